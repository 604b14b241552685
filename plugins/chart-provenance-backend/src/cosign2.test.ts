import {
  AttestationRequirement,
  Evidence,
  judge,
  JudgeInput,
  SignerRequirement,
  Verification,
} from 'backstage-plugin-chart-provenance-common';
import {
  cosign2Repository,
  cosign2Trust,
  signatureManifests,
  taggedBy2,
} from './__testUtils__/cosign2';
import { createVerifier, EvidenceVerifier } from './verification';
import { knownAfter, nothingKnown } from './walk/__testUtils__/known';
import { walkRepository } from './walk';

const NOW = '2026-11-23T00:00:00.000Z';
const SIGNATURE = 'cosign container image signature';
const SIGN = 'https://sigstore.dev/cosign/sign/v1';
const SPDX = 'https://spdx.dev/Document';
const SLSA = 'https://slsa.dev/provenance/v1';
let verifier: EvidenceVerifier;

beforeAll(async () => {
  verifier = await createVerifier(cosign2Trust(), { workers: 0 });
});

interface Seen {
  evidence: Evidence[];
  verifications: Verification[];
}

async function see(name: string): Promise<Seen> {
  const walk = await walkRepository(
    await cosign2Repository(name),
    nothingKnown(),
    { now: () => new Date(NOW) },
  );
  expect(walk.problems).toEqual([]);
  const verifications: Verification[] = [];
  for (const { evidence, bytes } of walk.evidence) {
    const { digest, format, subject } = evidence;
    if (bytes) {
      const outcome = await verifier.verify({
        evidence: digest,
        format,
        bytes,
        subject,
      });
      verifications.push(...outcome.verifications);
    }
  }
  return { evidence: walk.evidence.map(each => each.evidence), verifications };
}

/** What a piece of evidence says it is, and what proves it. */
function outcomesOf({ evidence, verifications }: Seen): unknown[] {
  return evidence
    .map(({ digest, kind, predicateType = null, problem = null }) => ({
      kind,
      predicateType,
      problem,
      provenUnder: verifications
        .filter(each => each.evidence === digest && each.outcome === 'proven')
        .map(({ trust, verifiedTimes = [] }) => [trust, verifiedTimes.length]),
    }))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

const row = (
  kind: string,
  predicateType: string | null,
  ...provenUnder: [string, number][]
) => ({ kind, predicateType, problem: null, provenUnder });

const ROWS: [string, string, unknown[]][] = [
  [
    'keyed',
    'four keys of three kinds, two attestations, and an unsigned SBOM',
    [
      row('signature', SIGNATURE, ['key:p256', 0]),
      row('signature', SIGNATURE, ['key:other', 0]),
      row('signature', SIGNATURE, ['key:rsa', 0]),
      row('signature', SIGNATURE, ['key:ed25519', 0]),
      row('sbom', SPDX, ['key:p256', 0]),
      row('attestation', SLSA, ['key:ed25519', 0]),
      row('sbom', null),
    ],
  ],
  [
    'timed',
    'timestamps and no log',
    [
      row('signature', SIGNATURE, ['root:timed', 1]),
      row('signature', SIGNATURE, ['key:p256', 1]),
      row('sbom', SPDX, ['root:timed', 1]),
    ],
  ],
  [
    'logged',
    'Rekor entries of every kind, with their promises',
    [
      row('signature', SIGNATURE, ['root:logged', 1], ['root:timed', 1]),
      row('signature', SIGNATURE, ['key:p256', 1]),
      row('attestation', SLSA, ['root:logged', 1], ['root:timed', 1]),
      row('sbom', SPDX, ['root:logged', 1], ['root:timed', 1]),
    ],
  ],
  [
    'referring',
    'OCI 1.1 referrers, one for each signature',
    [
      row('signature', SIGNATURE, ['key:p256', 0]),
      row('signature', SIGNATURE, ['key:other', 0]),
      row('sbom', null),
    ],
  ],
  [
    'bundled',
    'bundles by an Ed25519 key',
    [
      row('signature', SIGN, ['key:ed25519', 0]),
      row('sbom', SPDX, ['key:ed25519', 0]),
    ],
  ],
];

describe('what cosign 2 writes', () => {
  it.each(ROWS)('%s: %s', async (name, _, rows) => {
    expect(outcomesOf(await see(name))).toEqual(
      rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    );
  });

  it('gives each layer of one payload a name of its own, and the manifest it stands in', async () => {
    const { evidence } = await see('keyed');
    const signatures = evidence.filter(({ kind }) => kind === 'signature');
    expect(new Set(signatures.map(({ digest }) => digest)).size).toBe(4);
    expect(new Set(signatures.map(({ layer }) => layer?.digest)).size).toBe(1);
    const tag = `${taggedBy2('keyed').replace(':', '-')}.sig`;
    expect(new Set(signatures.map(({ manifest }) => manifest))).toEqual(
      new Set([taggedBy2('keyed', tag)]),
    );
  });

  it('is read anew when a signature tag moves, and only then', async () => {
    const store = await cosign2Repository('keyed');
    const subject = taggedBy2('keyed');
    const tag = `${subject.replace(':', '-')}.sig`;
    const walk = (known = nothingKnown()) =>
      walkRepository(store, known, { now: () => new Date(NOW) });
    const full = await store.resolve(tag);
    const earlier = signatureManifests('keyed').find(
      ({ layers }) => layers === 3,
    );
    await store.tag(await store.resolve(earlier?.digest ?? ''), tag);

    const before = await walk();
    const known = knownAfter(before);
    expect(signaturesIn(before)).toHaveLength(3);
    expect((await walk(known)).evidence).toEqual([]);

    await store.tag(full, tag);
    const after = await walk(known);
    expect(signaturesIn(after)).toHaveLength(4);
    expect(after.referrers[0].digests).toContain(full.digest);
    expect(after.referrers[0].digests).not.toContain(earlier?.digest);
  });
});

describe('a verdict from what cosign 2 wrote', () => {
  const WORKFLOW =
    'https://github.com/acme/payments/.github/workflows/release.yml@refs/tags/v1.0.0';
  const keyless = (root: string): SignerRequirement => ({
    kind: 'keyless',
    root,
    issuer: 'https://token.actions.githubusercontent.com',
    subject: WORKFLOW,
  });
  const key = (id: string): SignerRequirement => ({ kind: 'key', key: id });

  // Written by hand: whoever signs it is no such builder, unless the operator says so.
  const built = { type: SLSA, builders: ['https://acme.example/builder'] };

  const VERDICTS: [
    string,
    SignerRequirement,
    (string | AttestationRequirement)[],
    string,
    string,
  ][] = [
    ['keyed', key('p256'), [], 'verified', 'policy-met'],
    ['keyed', key('other'), [], 'verified', 'policy-met'],
    ['keyed', key('ed25519'), [SLSA], 'verified', 'policy-met'],
    ['keyed', key('rsa'), [SPDX], 'rejected', 'missing-attestation'],
    ['timed', keyless('timed'), [SPDX], 'verified', 'policy-met'],
    ['timed', keyless('logged'), [], 'rejected', 'log-proof-missing'],
    ['logged', keyless('logged'), [built, SPDX], 'verified', 'policy-met'],
    ['logged', keyless('logged'), [SLSA], 'rejected', 'wrong-builder'],
    ['referring', key('other'), [], 'verified', 'policy-met'],
    ['referring', key('ed25519'), [], 'rejected', 'untrusted-key'],
    ['bundled', key('ed25519'), [SPDX], 'verified', 'policy-met'],
  ];

  it.each(VERDICTS)(
    '%s asked for %j and %j is %s: %s',
    async (name, signer, requireAttestations, status, code) => {
      const seen = await see(name);
      const verdict = judge(inputOf(name, signer, requireAttestations, seen));
      expect([verdict.status, verdict.reasons[0].code]).toEqual([status, code]);
    },
  );

  it('never takes an attestation alone for a signature', async () => {
    const seen = await see('logged');
    const attested = seen.evidence.filter(({ kind }) => kind !== 'signature');
    const only = { ...seen, evidence: attested };
    const input = inputOf('logged', keyless('logged'), [], only);
    expect(judge(input)).toMatchObject({ status: 'unsigned' });
  });
});

function signaturesIn({
  evidence,
}: Awaited<ReturnType<typeof walkRepository>>) {
  return evidence.filter(each => each.evidence.kind === 'signature');
}

function inputOf(
  name: string,
  signer: SignerRequirement,
  requireAttestations: (string | AttestationRequirement)[],
  seen: Seen,
): JudgeInput {
  return {
    chart: {
      repository: `acme/${name}`,
      name,
      expectedSource: null,
      policies: [
        {
          name: 'release',
          selectable: false,
          anyOf: [signer],
          requireAttestations: requireAttestations.map(one =>
            typeof one === 'string' ? { type: one } : one,
          ),
          maxStalenessMs: 86_400_000,
        },
      ],
      problems: [],
    },
    subject: {
      digest: taggedBy2(name),
      configName: name,
      configVersion: '1.0.0',
      tags: [{ tag: '1.0.0', change: 'first' }],
      everTags: [],
    },
    ...seen,
    evidenceComplete: { ok: true },
    distrust: [],
    now: NOW,
  };
}
