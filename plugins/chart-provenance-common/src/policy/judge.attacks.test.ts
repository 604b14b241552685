import { judge } from './judge';
import { byGenerator, asksGenerator } from './testing/attestations';
import {
  asksKey,
  DIGEST,
  failing,
  inputOf,
  Item,
  keyless,
  OTHER_DIGEST,
  Overrides,
  policy,
  proven,
  SPDX,
  SLSA,
  byKey,
  asksKeyless,
} from './testing/judgeInputs';
import {
  aboutOther,
  good,
  sbom,
  sbomByOther,
  sbomPolicy,
  signedByKey,
  wrongIdentity,
} from './testing/signatures';
import { SignerRequirement } from './types';

function outcome(overrides: Overrides) {
  const { status, reasons } = judge(inputOf(overrides));
  return [status, reasons[0].code];
}

describe('an attacker who may push', () => {
  it('cannot publish an old signed digest as a newer version', () => {
    const newer = { tags: [{ tag: '1.9.0', change: 'first' as const }] };
    expect(outcome({ items: [good], subject: newer })).toEqual([
      'rejected',
      'name-or-version-mismatch',
    ]);
    // Nor by taking the wrong tag away again.
    const moved = { everTags: ['1.8.2', '1.9.0'] };
    expect(outcome({ items: [good], subject: moved })).toEqual([
      'rejected',
      'rollback',
    ]);
    const floating = { tags: [{ tag: 'stable', change: 'rollback' as const }] };
    expect(outcome({ items: [good], subject: floating })).toEqual([
      'rejected',
      'rollback',
    ]);
  });

  it('cannot lend a chart the evidence of another', () => {
    const elsewhere: Item = {
      ...good,
      evidence: { ...good.evidence, subject: OTHER_DIGEST },
    };
    expect(outcome({ items: [elsewhere] })).toEqual([
      'unsigned',
      'no-signature',
    ]);
    // Outcomes without the evidence they are about, as of an equal digest in another repository.
    const input = inputOf({ items: [good] });
    expect(judge({ ...input, evidence: [] }).status).toBe('unsigned');
    // A signature of the other chart, hung onto this one.
    expect(outcome({ items: [aboutOther] })).toEqual([
      'rejected',
      'digest-mismatch',
    ]);
  });

  it('cannot sign by calling the same reusable workflow', () => {
    const called = (owner: string) =>
      proven(
        { ...byGenerator, sourceRepository: `https://github.com/${owner}` },
        'g0',
      );
    const chart = { policies: [policy({ anyOf: [asksGenerator] })] };
    expect(outcome({ items: [called('acme/payments')], chart })).toEqual([
      'verified',
      'policy-met',
    ]);
    expect(outcome({ items: [called('mallory/payments')], chart })).toEqual([
      'rejected',
      'wrong-source',
    ]);
    // Nor lend its own attestation to a signature of the right caller.
    const statement = proven(
      {
        ...byGenerator,
        sourceRepository: 'https://github.com/mallory/payments',
      },
      'g1',
      { predicateType: SPDX },
    );
    const strict = policy({
      anyOf: [asksGenerator],
      requireAttestations: [{ type: SPDX }],
    });
    expect(
      outcome({
        items: [called('acme/payments'), statement],
        chart: { policies: [strict] },
      }),
    ).toEqual(['rejected', 'missing-attestation']);
  });

  it('cannot use a name that was given up', () => {
    const asks: SignerRequirement = {
      ...asksKeyless,
      sourceRepositoryId: '101',
    };
    const by = (sourceRepositoryId?: string) => ({
      items: [proven({ ...keyless, sourceRepositoryId }, 'h0')],
      chart: { policies: [policy({ anyOf: [asks] })] },
    });
    expect(outcome(by('101'))).toEqual(['verified', 'policy-met']);
    expect(outcome(by('666'))).toEqual(['rejected', 'wrong-source']);
    expect(outcome(by())).toEqual(['rejected', 'wrong-source']);
    expect(judge(inputOf(by('666'))).reasons[0].message).toBe(
      'Signed by acme/payments · release.yml @ refs/tags/v1.8.2, with 666 as the id of the source repository; the policy asks for 101.',
    );
    expect(judge(inputOf(by())).reasons[0].message).toBe(
      'Signed by acme/payments · release.yml @ refs/tags/v1.8.2, whose certificate names no id of the source repository; the policy asks for 101.',
    );
  });

  it('cannot attest in the place of who is asked', () => {
    const verdict = judge(
      inputOf({
        items: [good, sbomByOther],
        chart: {
          policies: [
            policy({
              requireAttestations: [
                { type: SPDX, anyOf: [asksKey, asksGenerator] },
              ],
            }),
          ],
        },
      }),
    );
    expect(verdict.reasons[0].message).toBe(
      'https://spdx.dev/Document is attested by https://github.com/x/y, not by key release, or slsa-framework/slsa-github-generator · generator_generic_slsa3.yml @ refs/tags/v2.1.0.',
    );
  });

  it('gains nothing by a statement about many', () => {
    const others = Array.from(
      { length: 15 },
      (_, at) => `sha256:${at.toString(16).repeat(64)}`,
    ).filter(digest => digest !== DIGEST);
    const about = (subjects: string[]) => ({
      items: [good, proven(keyless, 'i0', { predicateType: SPDX, subjects })],
      chart: sbomPolicy,
    });
    expect(outcome(about([DIGEST, ...others]))[0]).toBe('verified');
    expect(outcome(about(others))).toEqual(['rejected', 'missing-attestation']);
    expect(outcome(about([DIGEST.toUpperCase()]))[0]).toBe('rejected');
  });

  it('cannot hide a good signature among a thousand bad ones, nor stall', () => {
    const bad = Array.from({ length: 1000 }, (_, at) => [
      failing('bad-signature', `bad${at}`),
      proven({ ...keyless, subject: `https://x.dev/${at}` }, `who${at}`),
      proven({ ...byKey, key: `k${at}`, fingerprint: `${at}` }, `sl${at}`, {
        predicateType: SLSA,
        predicate: { source: 'github.com/acme/tools' },
      }),
    ]).flat();
    const start = performance.now();
    const verdict = judge(
      inputOf({
        items: [...bad, good, sbom],
        chart: sbomPolicy,
        distrust: [
          {
            id: 'd',
            reason: 'r.',
            sourceRepository: 'github.com/acme/tools',
          },
        ],
      }),
    );
    expect(verdict.status).toBe('verified');
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('a clock that is wrong', () => {
  const signedAt = (...verifiedTimes: string[]) => ({
    items: [proven(keyless, 'j0', { verifiedTimes })],
  });

  it.each<[string, string[], string]>([
    ['ahead by four minutes', ['2026-11-22T12:04:00Z'], 'verified'],
    ['ahead by an hour', ['2026-11-22T13:00:00Z'], 'indeterminate'],
    ['that cannot be read', ['soon'], 'indeterminate'],
    [
      'ahead beside one that is right',
      ['2026-11-22T13:00:00Z', '2026-11-22T11:59:00Z'],
      'verified',
    ],
  ])('%s is %s', (_, times, status) => {
    expect(judge(inputOf(signedAt(...times))).status).toBe(status);
  });

  it('hides no signature that is not from the future', () => {
    const future = signedAt('2030-01-01T00:00:00Z').items;
    const items = [...future, proven(keyless, 'j1')];
    expect(outcome({ items })).toEqual(['verified', 'policy-met']);
  });

  it('here leaves everything open until it is set', () => {
    const input = {
      ...inputOf({ items: [good] }),
      now: '2026-11-19T00:00:00Z',
    };
    const { status, reasons } = judge(input);
    expect([status, reasons[0].code]).toEqual([
      'indeterminate',
      'verifier-failed',
    ]);
    expect(reasons[0].message).toMatch(/lies in the future\. A clock is wrong/);
  });
});

describe('what met a line', () => {
  it('is told with all of its evidence, whose it is, and in no order of the registry', () => {
    const copy: Item = proven(keyless, '00');
    const items = [sbom, good, copy, wrongIdentity];
    for (const order of [items, [...items].reverse()]) {
      const { requirements } = judge(
        inputOf({ items: order, chart: sbomPolicy }),
      );
      expect(requirements.map(({ metBy, signer }) => [metBy, signer])).toEqual([
        [[], undefined],
        [['sha256:00', 'sha256:01'], keyless],
        [['sha256:00'], keyless],
        [['sha256:06'], keyless],
        [[], undefined],
        [[], undefined],
      ]);
    }
  });

  it('is the attester, where the requirement names another than the signer', () => {
    const { requirements } = judge(
      inputOf({
        items: [signedByKey, sbom],
        chart: {
          expectedSource: null,
          policies: [
            policy({
              anyOf: [asksKey],
              requireAttestations: [
                { type: SPDX, anyOf: [asksKeyless] },
                { type: SPDX, anyOf: [asksKeyless], builders: undefined },
              ],
            }),
          ],
        },
      }),
    );
    expect(
      requirements
        .filter(({ policy: name }) => name)
        .map(({ id, title, signer }) => [id, title, signer]),
    ).toEqual([
      ['policy:acme-release:signature', 'Signed by key release', byKey],
      [
        `policy:acme-release:attestation:${SPDX}`,
        `Attested by acme/payments · release.yml @ refs/tags/v*: ${SPDX}`,
        keyless,
      ],
      [
        `policy:acme-release:attestation:${SPDX}#2`,
        `Attested by acme/payments · release.yml @ refs/tags/v*: ${SPDX}`,
        keyless,
      ],
    ]);
  });
});
