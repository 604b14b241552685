import { DIGEST, object, PLACE, type Evasion } from './Evasion.ts';

const HELM = 'helm.toolkit.fluxcd.io/v2';
const SOURCE = 'source.toolkit.fluxcd.io/v1';

/** Ways of naming the chart of a HelmRepository. */
const CHARTS = [
  'payments',
  './payments',
  'payments/',
  'acme/charts/payments',
  'x/../payments',
  'payments/x/..',
  'Payments',
];

/** Places from which a HelmRepository would serve the chart. */
const FOLDERS = [
  'oci://ghcr.io/acme/charts',
  'oci://ghcr.io/acme/charts/',
  'oci://ghcr.io/acme',
  'oci://ghcr.io',
  'oci://ghcr.io:443/acme/charts',
  'oci://GHCR.IO/acme/charts',
  `oci://${PLACE}`,
];

/** Releases, charts and repositories of Flux that would get around it. */
export function releaseEvasions(): Evasion[] {
  const spec = (chart: string, kind = 'HelmRepository') => ({
    ...{ chart, version: '1.x', sourceRef: { kind, name: 'charts' } },
  });
  const release = (
    title: string,
    chart: object,
    apiVersion = HELM,
  ): Evasion => ({
    ...{ title: `HelmRelease: ${title}`, by: 'flux' },
    object: object(apiVersion, 'HelmRelease', 'shop', {
      spec: { interval: '10m', chart },
    }),
  });
  return [
    ...CHARTS.map(chart => release(chart, { spec: spec(chart) })),
    release(
      'of an older version',
      { spec: spec('payments') },
      'helm.toolkit.fluxcd.io/v2beta2',
    ),
    release('from another namespace', {
      spec: {
        ...spec('payments'),
        sourceRef: { kind: 'HelmRepository', name: 'x', namespace: 'y' },
      },
    }),
    {
      ...release('a folder in Git', {
        spec: spec('./charts/payments', 'GitRepository'),
      }),
      ...{ by: 'told', words: /Git/ },
    },
    {
      ...{ title: 'HelmChart', by: 'flux' },
      object: object(SOURCE, 'HelmChart', 'shop', {
        spec: { interval: '10m', ...spec('payments') },
      }),
    },
    ...FOLDERS.map(
      (url): Evasion => ({
        ...{ title: `HelmRepository: ${url}`, by: 'unknown-flux' },
        object: object(SOURCE, 'HelmRepository', 'shop', {
          spec: { interval: '10m', type: 'oci', url },
        }),
      }),
    ),
    ...['unheard-of', 'payments-2', 'payments/sub'].map(
      (name): Evasion => ({
        ...{ title: `OCIRepository: the chart ${name}`, by: 'unknown-flux' },
        object: object(SOURCE, 'OCIRepository', 'shop', {
          spec: {
            interval: '10m',
            url: `oci://ghcr.io/acme/charts/${name}`,
            ref: { digest: DIGEST },
          },
        }),
      }),
    ),
  ];
}
