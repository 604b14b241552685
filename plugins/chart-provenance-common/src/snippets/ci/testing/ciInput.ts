import type { SignerRequirement } from '../../../policy/types';
import type { SnippetInput } from '../../types';

/** The public instance, GitHub's own, one of the company's. */
export const ROOTS: SnippetInput['roots'] = (
  ['publicGood', 'github', 'file'] as const
).map(type => ({
  id: type,
  type,
  thresholds: { tlog: 1, ctlog: 1, timestamp: 1 },
  trustedRoot: type === 'publicGood' ? null : '{"mediaType":"root"}',
}));

export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';

/** A keyless signer under the public instance. */
export function keyless(
  changes: Partial<Extract<SignerRequirement, { kind: 'keyless' }>>,
): SignerRequirement {
  return {
    kind: 'keyless',
    root: 'publicGood',
    issuer: GITHUB_ISSUER,
    ...changes,
  };
}

/** The release workflow of acme/payments, for every version. */
export const RELEASE = keyless({
  subjectPattern:
    'https://github\\.com/acme/payments/\\.github/workflows/release\\.yml@refs/tags/v.+',
});

/** The same on GitLab. */
export const GITLAB_RELEASE = keyless({
  issuer: 'https://gitlab.com',
  subjectPattern:
    'https://gitlab\\.com/acme/payments//\\.gitlab-ci\\.yml@refs/tags/v.+',
});

/** The payments chart, with one policy of these signers. */
export function ciInput(
  anyOf: SignerRequirement[] = [RELEASE],
  changes: Partial<SnippetInput> = {},
): SnippetInput {
  return {
    chart: {
      chartId: 'AAAAAAAAAAAAAAAAAAAAAA',
      registry: 'ghcr.io',
      repository: 'acme/charts/payments',
      name: 'payments',
      registryKind: 'ghcr',
      plainHttp: false,
      entityRef: 'component:default/payments',
      expectedSource: null,
    },
    version: null,
    policies: [
      {
        ...{ name: 'acme-release', selectable: false, anyOf },
        ...{ requireAttestations: [], maxStalenessMs: 1 },
      },
    ],
    roots: ROOTS,
    ...{ keys: [], keyrings: [], legacy: null },
    gate: {
      apiUrl: 'https://backstage.acme.example/api/chart-provenance',
      environments: [
        { name: 'staging', enforced: false },
        { name: 'prod', enforced: true },
      ],
    },
    pageUrl:
      'https://backstage.acme.example/catalog/default/component/payments',
    ...{
      tags: [],
      tagsRead: { at: '2026-11-01T00:00:00.000Z', complete: true },
      images: [],
      consumers: [],
    },
    ...changes,
  };
}

/** Of the chart only. */
export function withChart(
  changes: Partial<SnippetInput['chart']>,
  anyOf?: SignerRequirement[],
): SnippetInput {
  const input = ciInput(anyOf);
  return { ...input, chart: { ...input.chart, ...changes } };
}
