import { Evidence, Verification } from '../../evidence/types';
import { Signer } from '../../verdict/types';
import { JudgeInput } from '../judgeInput';
import { COSIGN_SIGN_PREDICATE } from '../predicateTypes';
import { SignerRequirement, TrustPolicy } from '../types';

/** Test material: a chart `payments` 1.8.2 and everything that can be said about it. Not exported from the package. */
export const DIGEST = `sha256:${'a'.repeat(64)}`;
export const OTHER_DIGEST = `sha256:${'b'.repeat(64)}`;
export const NOW = '2026-11-22T12:00:00Z';
export const ISSUER = 'https://token.actions.githubusercontent.com';
export const SUBJECT =
  'https://github.com/acme/payments/.github/workflows/release.yml@refs/tags/v1.8.2';
export const SPDX = 'https://spdx.dev/Document';
export const SLSA = 'https://slsa.dev/provenance/v1';

export const keyless: Extract<Signer, { kind: 'keyless' }> = {
  kind: 'keyless',
  root: 'public',
  issuer: ISSUER,
  subject: SUBJECT,
  sourceRepository: 'https://github.com/acme/payments',
};
export const byKey: Extract<Signer, { kind: 'key' }> = {
  kind: 'key',
  key: 'release',
  fingerprint: 'f'.repeat(64),
};
export const asksKeyless: Extract<SignerRequirement, { kind: 'keyless' }> = {
  kind: 'keyless',
  root: 'public',
  issuer: ISSUER,
  subjectPattern:
    'https://github\\.com/acme/payments/\\.github/workflows/release\\.yml@refs/tags/v.*',
};
export const asksKey: SignerRequirement = { kind: 'key', key: 'release' };

export function policy(overrides: Partial<TrustPolicy> = {}): TrustPolicy {
  return {
    name: 'acme-release',
    selectable: false,
    anyOf: [asksKeyless],
    requireAttestations: [],
    maxStalenessMs: 86_400_000,
    ...overrides,
  };
}

function trustOf(signer: Signer): string {
  switch (signer.kind) {
    case 'key':
      return `key:${signer.key}`;
    case 'pgp':
      return `keyring:${signer.keyring}`;
    case 'x509':
      return `store:${signer.store}`;
    default:
      return `root:${signer.root}`;
  }
}

export interface Item {
  evidence: Evidence;
  verifications: Verification[];
}

/** Evidence proven under its signer's trust material, about the chart unless told otherwise. */
export function proven(
  signer: Signer,
  id: string,
  about: Partial<Verification> & {
    decoded?: Partial<Evidence>;
    /** Without a statement, so without a predicate type. */
    bare?: boolean;
  } = {},
): Item {
  const predicateType = about.predicateType ?? COSIGN_SIGN_PREDICATE;
  const signature = predicateType === COSIGN_SIGN_PREDICATE;
  const { decoded, bare, ...verification } = about;
  const digest = `sha256:${id}`;
  return {
    evidence: {
      digest,
      subject: DIGEST,
      kind: signature ? 'signature' : 'attestation',
      format: 'sigstore-bundle-v0.3',
      mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
      predicateType,
      ...decoded,
    },
    verifications: [
      {
        evidence: digest,
        trust: trustOf(signer),
        outcome: 'proven',
        signer,
        verifiedTimes: ['2026-11-20T10:00:00Z'],
        subjects: [DIGEST],
        predicateType,
        ...verification,
        ...(bare && { predicateType: undefined }),
      },
    ],
  };
}

/** A signature that fails under the given trust material. */
export function failing(
  code: NonNullable<Verification['code']>,
  id: string,
  trust = 'root:public',
): Item {
  const item = proven(keyless, id);
  return {
    evidence: item.evidence,
    verifications: [
      { evidence: item.evidence.digest, trust, outcome: 'failed', code },
    ],
  };
}

/** Evidence that nothing was proven of. */
export function unproven(evidence: Partial<Evidence>, id: string): Item {
  return {
    evidence: { ...proven(keyless, id).evidence, ...evidence },
    verifications: [],
  };
}

export interface Overrides {
  items?: Item[];
  chart?: Partial<JudgeInput['chart']>;
  subject?: Partial<JudgeInput['subject']>;
  distrust?: JudgeInput['distrust'];
  incomplete?: boolean;
  lastVerifiedAt?: string;
}

/** The input of the judge: without overrides, an unsigned chart with a policy and an expected source. */
export function inputOf(overrides: Overrides = {}): JudgeInput {
  const items = overrides.items ?? [];
  return {
    chart: {
      repository: 'acme/charts/payments',
      name: 'payments',
      expectedSource: 'github.com/acme/payments',
      policies: [policy()],
      problems: [],
      ...overrides.chart,
    },
    subject: {
      digest: DIGEST,
      configName: 'payments',
      configVersion: '1.8.2',
      tags: [{ tag: '1.8.2', change: 'first' }],
      everTags: ['1.8.2'],
      ...overrides.subject,
    },
    evidence: items.map(({ evidence }) => evidence),
    verifications: items.flatMap(({ verifications }) => verifications),
    evidenceComplete: overrides.incomplete
      ? {
          ok: false,
          problem: {
            code: 'registry-limited',
            message: 'The registry limited us.',
            side: 'registry',
          },
        }
      : { ok: true },
    distrust: overrides.distrust ?? [],
    now: NOW,
    ...(overrides.lastVerifiedAt && {
      lastVerifiedAt: overrides.lastVerifiedAt,
    }),
  };
}
