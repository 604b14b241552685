import {
  ACME_LEGACY,
  ACME_OCI,
  application,
  applicationSet,
  DIGEST,
  flux,
  ociRepository,
  referring,
  templated,
} from './objects';

export const PAYMENTS = {
  kind: 'oci',
  registry: 'ghcr.io',
  repository: 'acme/charts/payments',
};
const LEGACY = {
  kind: 'legacy',
  repositoryUrl: 'https://charts.acme.dev',
  name: 'payments',
};
const LEGACY_REF = {
  kind: 'HelmRepository',
  name: 'acme-legacy',
  namespace: 'flux-system',
};

/** Name, manifests of one place, and what the only consumer in them reads as. */
export const FORM_ROWS: [string, unknown[], object][] = [
  [
    'Argo CD, Helm-typed from a registry',
    [
      application({
        source: {
          repoURL: 'ghcr.io/acme/charts',
          chart: 'payments',
          targetRevision: '1.8.2',
        },
      }),
    ],
    {
      kind: 'Application',
      name: 'payments',
      namespace: 'argocd',
      form: 'argocd-helm',
      target: PAYMENTS,
      written: 'ghcr.io/acme/charts payments 1.8.2',
      wants: { version: '1.8.2', digest: null },
      pin: 'version',
      bestPin: 'version',
      runs: null,
      gate: { kind: 'none', why: 'Argo CD checks no signatures of charts.' },
      destination: {
        name: null,
        server: 'https://kubernetes.default.svc',
        namespace: 'shop',
      },
      findings: [],
    },
  ],
  [
    'Argo CD, only the host in repoURL and the path in chart',
    [
      application({
        source: {
          repoURL: 'GHCR.io',
          chart: 'acme/charts/payments',
          targetRevision: '^1.8',
        },
      }),
    ],
    { form: 'argocd-helm', target: PAYMENTS, pin: 'range' },
  ],
  [
    'Argo CD, Helm-typed from a legacy repository',
    [
      application({
        source: {
          repoURL: 'https://Charts.acme.dev/index.yaml',
          chart: 'payments',
          targetRevision: '1.8.2',
        },
      }),
    ],
    { form: 'argocd-helm', target: LEGACY, pin: 'version', findings: [] },
  ],
  [
    'Argo CD, native OCI by tag',
    [
      application({
        source: {
          repoURL: 'oci://ghcr.io/acme/charts/payments',
          path: '.',
          targetRevision: '1.8.2_b5',
        },
      }),
    ],
    {
      form: 'argocd-oci',
      target: PAYMENTS,
      pin: 'version',
      bestPin: 'digest',
      wants: { version: '1.8.2_b5', digest: null },
      findings: [],
    },
  ],
  [
    'Argo CD, native OCI by digest',
    [
      application({
        source: {
          repoURL: 'oci://ghcr.io/acme/charts/payments',
          path: '.',
          targetRevision: DIGEST,
        },
      }),
    ],
    {
      form: 'argocd-oci',
      pin: 'digest',
      wants: { version: null, digest: DIGEST },
      findings: [],
    },
  ],
  [
    'an ApplicationSet, its template filled in elsewhere',
    [
      applicationSet({
        source: {
          repoURL: 'ghcr.io/acme/charts',
          chart: '{{.chart}}',
          targetRevision: '{{.version}}',
        },
        destination: { name: '{{.name}}', namespace: 'shop' },
      }),
    ],
    {
      kind: 'ApplicationSet',
      form: 'argocd-helm',
      target: { kind: 'templated' },
      pin: 'templated',
      destination: { name: '{{.name}}', server: null, namespace: 'shop' },
      findings: [],
    },
  ],
  [
    'an ApplicationSet that fills in only the version',
    [
      applicationSet({
        source: {
          repoURL: 'ghcr.io/acme/charts',
          chart: 'payments',
          targetRevision: '{{version}}',
        },
      }),
    ],
    { target: PAYMENTS, pin: 'templated' },
  ],
  [
    'Flux HelmRelease over a HelmRepository of type oci',
    [ACME_OCI, templated({ version: '1.8.2' })],
    {
      kind: 'HelmRelease',
      name: 'payments',
      namespace: 'shop',
      form: 'flux-helm-repository',
      target: PAYMENTS,
      written: 'oci://ghcr.io/acme/charts payments 1.8.2',
      pin: 'version',
      bestPin: 'version',
      gate: { kind: 'none', why: expect.stringContaining('no verify') },
      destination: null,
      findings: [],
    },
  ],
  [
    'Flux HelmRelease over a legacy HelmRepository, the newest version',
    [ACME_LEGACY, templated({ sourceRef: LEGACY_REF })],
    {
      form: 'flux-helm-repository',
      target: LEGACY,
      pin: 'floating',
      wants: { version: null, digest: null },
    },
  ],
  [
    'Flux HelmRelease of v2beta1',
    [ACME_OCI, templated({ version: '1.8.x' }, { version: 'v2beta1' })],
    { form: 'flux-helm-repository', target: PAYMENTS, pin: 'range' },
  ],
  [
    'Flux HelmChart by itself',
    [
      flux(
        'HelmChart',
        {
          chart: 'payments',
          version: '1.8.2',
          sourceRef: { kind: 'HelmRepository', name: 'acme' },
        },
        { name: 'payments', namespace: 'flux-system' },
      ),
      ACME_OCI,
    ],
    { kind: 'HelmChart', form: 'flux-helm-repository', target: PAYMENTS },
  ],
  [
    'Flux HelmRelease by chartRef to a HelmChart elsewhere, which is not counted again',
    [
      flux(
        'HelmChart',
        {
          chart: 'payments',
          version: '1.8.2',
          sourceRef: { kind: 'HelmRepository', name: 'acme' },
        },
        { namespace: 'flux-system' },
      ),
      ACME_OCI,
      flux('HelmRelease', {
        chartRef: {
          kind: 'HelmChart',
          name: 'payments',
          namespace: 'flux-system',
        },
      }),
    ],
    {
      kind: 'HelmRelease',
      form: 'flux-helm-repository',
      target: PAYMENTS,
      pin: 'version',
    },
  ],
  [
    'Flux HelmRelease by chartRef to an OCIRepository: one consumer with its pin and gate',
    [
      ociRepository({
        ref: { digest: DIGEST, semver: '1.x', tag: '1.8.2' },
        verify: { provider: 'cosign', secretRef: { name: 'cosign-keys' } },
      }),
      referring('OCIRepository'),
    ],
    {
      kind: 'HelmRelease',
      form: 'flux-oci-repository',
      target: PAYMENTS,
      written: `oci://ghcr.io/acme/charts/payments ${DIGEST}`,
      pin: 'digest',
      wants: { version: null, digest: DIGEST },
      gate: {
        kind: 'flux-verify',
        provider: 'cosign',
        identities: [],
        secretRef: 'cosign-keys',
        verified: null,
      },
      findings: [],
    },
  ],
  [
    'Flux OCIRepository by itself: a range before a tag',
    [ociRepository({ ref: { semver: '>=1.8.0 <2.0.0', tag: '1.8.2' } })],
    { kind: 'OCIRepository', pin: 'range', target: PAYMENTS },
  ],
  [
    'Flux OCIRepository by itself: latest when nothing is said',
    [ociRepository({})],
    { pin: 'floating', wants: { version: null, digest: null } },
  ],
  [
    'Flux OCIRepository whose tag Flux fills in',
    [ociRepository({ ref: { tag: '${payments_version}' } })],
    { target: PAYMENTS, pin: 'templated' },
  ],
];
