import { LayerJson, simpleSigning } from './__testUtils__/legacyLayer';
import {
  annotated,
  ANNOTATION,
  changed,
  LegacyLab,
} from './__testUtils__/LegacyLab';
import {
  certificatePem,
  ISSUER,
  newKey,
  pemOf,
  WORKFLOW,
} from './__testUtils__/SigstoreLab';
import { flip, OTHER, SUBJECT } from './__testUtils__/verifyUnder';

const HOUR_MS = 3_600_000;
const otherKey = newKey();

let legacy: LegacyLab;
let attacker: LegacyLab;

beforeAll(async () => {
  legacy = await LegacyLab.create();
  attacker = await LegacyLab.create();
});

describe('a signature of cosign 2', () => {
  it('is proven by certificate, log and time', async () => {
    expect(legacy.underRoot(await legacy.make())).toMatchObject({
      outcome: 'proven',
      signer: { kind: 'keyless', issuer: ISSUER, subject: WORKFLOW },
      subjects: [SUBJECT],
      predicateType: 'cosign container image signature',
      verifiedTimes: [expect.any(String), expect.any(String)],
    });
  });

  it('is proven without a log where the root asks for none', async () => {
    const layer = await legacy.make({ timed: true });
    expect(legacy.underRoot(layer, { tlog: 0 })).toMatchObject({
      outcome: 'proven',
    });
    expect(legacy.underRoot(layer)).toMatchObject({
      code: 'log-proof-missing',
    });
  });

  it('is proven by a key, with the times its log proves', async () => {
    expect(
      legacy.underKey(await legacy.make({ key: legacy.key, bare: true })),
    ).toMatchObject({
      outcome: 'proven',
      verifiedTimes: [],
    });
    const logged = await legacy.make({ key: legacy.key });
    expect(legacy.underKey(logged)?.verifiedTimes).toHaveLength(2);
    const early = { validUntil: '2026-01-02T00:00:00Z' };
    expect(legacy.underKey(logged, legacy.key.publicKey, early)).toMatchObject({
      code: 'untrusted-key',
    });
  });

  const ATTACKS: [string, string, () => Promise<LayerJson>][] = [
    [
      'a payload of another digest',
      'digest-mismatch',
      () => legacy.make({ subject: OTHER }),
    ],
    [
      'a payload whose digest was rewritten',
      'bad-signature',
      async () =>
        changed(await legacy.make({ subject: OTHER }), text =>
          text.replace(OTHER, SUBJECT),
        ),
    ],
    [
      'a payload of another type',
      'unsupported-format',
      () =>
        legacy.make({
          payload: {
            critical: { ...simpleSigning(SUBJECT).critical, type: 'atomic' },
          },
        }),
    ],
    [
      'the signature of another layer',
      'bad-signature',
      async () => {
        const other = await legacy.make({ subject: OTHER });
        return annotated(await legacy.make(), {
          [ANNOTATION.signature]: other.layer.annotations[ANNOTATION.signature],
        });
      },
    ],
    [
      'no signature',
      'bad-signature',
      async () =>
        annotated(await legacy.make(), { [ANNOTATION.signature]: '' }),
    ],
    [
      'the certificate of another layer',
      'bad-signature',
      async () =>
        annotated(await legacy.make(), {
          [ANNOTATION.certificate]: (await legacy.make()).layer.annotations[
            ANNOTATION.certificate
          ],
        }),
    ],
    [
      'a public key in the certificate slot',
      'bad-signature',
      async () =>
        annotated(await legacy.make({ key: legacy.key }), {
          [ANNOTATION.certificate]: pemOf(legacy.key.publicKey),
        }),
    ],
    [
      'two certificates in the slot',
      'bad-signature',
      async () => {
        const layer = await legacy.make();
        const pem = layer.layer.annotations[ANNOTATION.certificate];
        return annotated(layer, { [ANNOTATION.certificate]: `${pem}${pem}` });
      },
    ],
    [
      'the log entry of another signature',
      'bad-signature',
      async () =>
        annotated(await legacy.make(), {
          [ANNOTATION.bundle]: (await legacy.make()).layer.annotations[
            ANNOTATION.bundle
          ],
        }),
    ],
    [
      'a log entry by another key',
      'bad-signature',
      () => legacy.make({ loggedPem: pemOf(otherKey.publicKey) }),
    ],
    [
      'a promise for another entry',
      'log-proof-missing',
      async () => {
        const layer = await legacy.make();
        const own = JSON.parse(layer.layer.annotations[ANNOTATION.bundle]);
        const other = JSON.parse(
          (await legacy.make()).layer.annotations[ANNOTATION.bundle],
        );
        return annotated(layer, {
          [ANNOTATION.bundle]: JSON.stringify({
            ...own,
            SignedEntryTimestamp: other.SignedEntryTimestamp,
          }),
        });
      },
    ],
    [
      'a log entry at another time',
      'log-proof-missing',
      async () => {
        const layer = await legacy.make();
        const own = JSON.parse(layer.layer.annotations[ANNOTATION.bundle]);
        own.Payload.integratedTime += 1;
        return annotated(layer, { [ANNOTATION.bundle]: JSON.stringify(own) });
      },
    ],
    [
      'a log entry that is none',
      'bad-signature',
      async () => annotated(await legacy.make(), { [ANNOTATION.bundle]: '{}' }),
    ],
    [
      'a timestamp of another signature',
      'timestamp-missing',
      async () =>
        annotated(await legacy.make(), {
          [ANNOTATION.timestamp]: (await legacy.make()).layer.annotations[
            ANNOTATION.timestamp
          ],
        }),
    ],
    [
      'an authority of its own, brought along as the chain',
      'untrusted-root',
      async () => {
        const { certificateAuthorities } = attacker.lab.trustedRoot as {
          certificateAuthorities: {
            certChain: { certificates: { rawBytes: string }[] };
          }[];
        };
        const [{ rawBytes }] = certificateAuthorities[0].certChain.certificates;
        return annotated(await attacker.make(), {
          [ANNOTATION.chain]: certificatePem(Buffer.from(rawBytes, 'base64')),
        });
      },
    ],
    [
      'an expired certificate',
      'certificate-expired',
      () => legacy.make({ signedAfterMs: HOUR_MS }),
    ],
    [
      'nothing that proves a time',
      'timestamp-missing',
      () => legacy.make({ bare: true }),
    ],
    [
      'a key instead of a certificate',
      'untrusted-key',
      () => legacy.make({ key: legacy.key }),
    ],
  ];

  it.each(ATTACKS)('with %s: %s', async (_, code, attack) => {
    expect(legacy.underRoot(await attack())).toMatchObject({
      outcome: 'failed',
      code,
    });
  });

  it('by a key fails with another payload, signature, key or a certificate', async () => {
    const layer = await legacy.make({ key: legacy.key, bare: true });
    const { [ANNOTATION.signature]: signature } = layer.layer.annotations;
    const cases: [LayerJson, string][] = [
      [
        await legacy.make({ subject: OTHER, key: legacy.key, bare: true }),
        'digest-mismatch',
      ],
      [changed(layer, text => text.replace(SUBJECT, OTHER)), 'untrusted-key'],
      [
        annotated(layer, { [ANNOTATION.signature]: flip(signature) }),
        'untrusted-key',
      ],
      [await legacy.make({ key: otherKey, bare: true }), 'untrusted-key'],
      [await legacy.make(), 'untrusted-key'],
    ];
    for (const [attack, code] of cases) {
      expect(legacy.underKey(attack)).toMatchObject({
        outcome: 'failed',
        code,
      });
    }
  });
});
