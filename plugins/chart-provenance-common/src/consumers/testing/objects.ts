/** Objects as Argo CD 3.5 and Flux 2.9 write them; field names are those of their CRDs. */

export const DIGEST = `sha256:0cc9a8446c95${'0'.repeat(52)}`;
export const OTHER_DIGEST = `sha256:cdd538a0167e${'1'.repeat(52)}`;

const DESTINATION = {
  server: 'https://kubernetes.default.svc',
  namespace: 'shop',
};

export function application(
  spec: object,
  status?: object,
  metadata: object = {},
) {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'payments', namespace: 'argocd', ...metadata },
    spec: { project: 'default', destination: DESTINATION, ...spec },
    ...(status && { status }),
  };
}

export function applicationSet(spec: object, more: object = {}) {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: 'payments', namespace: 'argocd' },
    spec: {
      goTemplate: true,
      generators: [{ clusters: {} }],
      template: {
        metadata: { name: 'payments-{{.name}}' },
        spec: { project: 'default', destination: DESTINATION, ...spec },
      },
      ...more,
    },
  };
}

export function flux(
  kind: 'HelmRelease' | 'HelmRepository' | 'HelmChart' | 'OCIRepository',
  spec: object,
  options: {
    name?: string;
    namespace?: string | null;
    status?: object;
    version?: string;
  } = {},
) {
  const { name = 'payments', namespace = 'shop', status } = options;
  const group = kind === 'HelmRelease' ? 'helm' : 'source';
  const version = options.version ?? (group === 'helm' ? 'v2' : 'v1');
  return {
    apiVersion: `${group}.toolkit.fluxcd.io/${version}`,
    kind,
    metadata: { name, ...(namespace !== null && { namespace }) },
    spec: { interval: '5m', ...spec },
    ...(status && { status }),
  };
}

export const ACME_OCI = flux(
  'HelmRepository',
  { type: 'oci', url: 'oci://ghcr.io/acme/charts' },
  { name: 'acme', namespace: 'flux-system' },
);

export const ACME_LEGACY = flux(
  'HelmRepository',
  { url: 'https://charts.acme.dev/' },
  { name: 'acme-legacy', namespace: 'flux-system' },
);

export const LAYER_SELECTOR = {
  mediaType: 'application/vnd.cncf.helm.chart.content.v1.tar+gzip',
  operation: 'copy',
};

export function ociRepository(
  spec: object,
  options: Parameters<typeof flux>[2] = {},
) {
  return flux(
    'OCIRepository',
    {
      url: 'oci://ghcr.io/acme/charts/payments',
      layerSelector: LAYER_SELECTOR,
      ...spec,
    },
    options,
  );
}

/** A HelmRelease that takes its chart from a HelmRepository in flux-system. */
export function templated(
  spec: object,
  options: Parameters<typeof flux>[2] = {},
) {
  return flux(
    'HelmRelease',
    {
      chart: {
        spec: {
          chart: 'payments',
          sourceRef: {
            kind: 'HelmRepository',
            name: 'acme',
            namespace: 'flux-system',
          },
          ...spec,
        },
      },
    },
    options,
  );
}

export function referring(
  kind: string,
  options: Parameters<typeof flux>[2] = {},
) {
  return flux('HelmRelease', { chartRef: { kind, name: 'payments' } }, options);
}
