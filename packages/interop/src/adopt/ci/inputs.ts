import type { CiInput } from './product.ts';

export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';
export const RELEASE_PATTERN =
  'https://github\\.com/acme/payments/\\.github/workflows/release\\.yml@refs/tags/v.+';
export const GITLAB_PATTERN =
  'https://gitlab\\.com/acme/payments//\\.gitlab-ci\\.yml@refs/tags/v.+';

const DIGEST = `sha256:${'a'.repeat(64)}`;

/** The payments chart of the example company, with a policy that names its release pipeline. */
export function chartInput(
  host: string,
  kind: CiInput['chart']['registryKind'],
  provider: 'github' | 'gitlab',
  changes: Partial<CiInput> = {},
): CiInput {
  const github = provider === 'github';
  return {
    chart: {
      chartId: 'AAAAAAAAAAAAAAAAAAAAAA',
      registry: host,
      repository: 'acme/charts/payments',
      name: 'payments',
      registryKind: kind,
      plainHttp: host.startsWith('127.0.0.1'),
      entityRef: 'component:default/payments',
      expectedSource: `${github ? 'github.com' : 'gitlab.com'}/acme/payments`,
    },
    version: {
      version: '1.8.2',
      tag: '1.8.2',
      digest: DIGEST,
      chartLayerDigest: DIGEST,
      status: 'verified',
    },
    policies: [
      {
        name: 'acme-release',
        selectable: false,
        anyOf: [
          {
            kind: 'keyless',
            root: 'sigstore',
            issuer: github ? GITHUB_ISSUER : 'https://gitlab.com',
            subjectPattern: github ? RELEASE_PATTERN : GITLAB_PATTERN,
          },
        ],
        requireAttestations: [],
        maxStalenessMs: 86_400_000,
      },
    ],
    roots: [
      {
        id: 'sigstore',
        type: 'publicGood',
        thresholds: { tlog: 1, ctlog: 1, timestamp: 1 },
        trustedRoot: null,
      },
    ],
    ...{ keys: [], keyrings: [], legacy: null },
    gate: {
      apiUrl: 'https://backstage.acme.example/api/chart-provenance',
      environments: [{ name: 'prod', enforced: true }],
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

/** The root of a Sigstore of one's own, under the id that the policy names. */
export function ownRoot(trustedRoot: string): CiInput['roots'] {
  return [
    {
      id: 'sigstore',
      type: 'file',
      thresholds: { tlog: 1, ctlog: 1, timestamp: 1 },
      trustedRoot,
    },
  ];
}

/** The same input with every legacy server, and without one. */
export function withEveryLegacy(input: CiInput): CiInput[] {
  const servers = ['chartmuseum', 'github-pages', 's3', 'gcs'] as const;
  return [
    input,
    ...servers.map(server => ({
      ...input,
      legacy: {
        repositoryUrl: 'https://charts.acme.example/stable/',
        name: 'payments',
        server,
      },
    })),
  ];
}

/** A registry of every kind. */
export const REGISTRIES: readonly [string, CiInput['chart']['registryKind']][] =
  [
    ['ghcr.io', 'ghcr'],
    ['123456789012.dkr.ecr.eu-central-1.amazonaws.com', 'ecr'],
    ['public.ecr.aws', 'ecr'],
    ['europe-docker.pkg.dev', 'gar'],
    ['acme.azurecr.io', 'acr'],
    ['harbor.acme.example', 'harbor'],
    ['registry.gitlab.com', 'gitlab'],
    ['docker.io', 'dockerHub'],
    ['127.0.0.1:5000', 'distribution'],
  ];
