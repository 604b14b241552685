import type { Verdict, VerdictStatus } from '../../verdict/types';
import { reasonOf } from '../../verdict/reasons';
import type { ReasonCode } from '../../verdict/types';
import type { GateEnvironment, GateFacts } from '../types';

export const DIGEST = `sha256:${'a'.repeat(64)}`;
export const OTHER = `sha256:${'b'.repeat(64)}`;
export const NOW = '2027-03-01T12:00:00.000Z';
export const OWNER = 'component:default/payments';

const MINUTE = 60_000;

/** ISO; so many minutes before now. */
export const ago = (minutes: number): string =>
  new Date(Date.parse(NOW) - minutes * MINUTE).toISOString();

export const environment: GateEnvironment = {
  name: 'production',
  enforceFrom: 'always',
  policies: [],
  requireDigest: false,
  requireImages: false,
  maxAgeMs: 60 * MINUTE,
  lifetimeMs: 15 * MINUTE,
};

export function verdictOf(
  status: VerdictStatus,
  codes: readonly ReasonCode[],
  extra: Partial<Verdict> = {},
): Verdict {
  return {
    status,
    reasons: codes.map(code => reasonOf(code, `Because of ${code}.`)),
    requirements: [
      {
        id: 'policy:acme-release:signature',
        title: 'Signed',
        result: status === 'verified' ? 'met' : 'failed',
        metBy: [],
        reasons: [],
      },
    ],
    policies: ['acme-release'],
    decidedAt: ago(10),
    ...extra,
  };
}

/** Facts with which the answer is `allow`. */
export const allowed: GateFacts = {
  asked: {
    reference: `oci://ghcr.io/acme/charts/payments:1.8.2@${DIGEST}`,
    tag: '1.8.2',
    digest: DIGEST,
  },
  chart: {
    chartId: 'aaaaaaaaaaaaaaaa',
    registry: 'ghcr.io',
    repository: 'acme/charts/payments',
    entityRef: OWNER,
    policies: ['acme-release'],
  },
  tag: { state: 'at', digest: DIGEST },
  version: {
    digest: DIGEST,
    version: '1.8.2',
    verdict: verdictOf('verified', ['policy-met']),
    underTag: true,
    evidenceAt: ago(5),
    images: null,
  },
  environment,
  require: {},
  unknownPolicies: [],
  missingAttestations: [],
  policyHash: 'p',
  trustHash: 't',
  dryRun: false,
  now: NOW,
};

/** The same with another verdict. */
export const withVerdict = (
  verdict: Verdict,
  more: Partial<GateFacts> = {},
): GateFacts => ({
  ...allowed,
  version: { ...allowed.version!, verdict },
  ...more,
});
