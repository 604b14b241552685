import type { KubernetesObject } from '../../services/kubernetes/KubernetesClient.ts';
import {
  application,
  applicationSet,
  GIT_COMMIT,
  severalSources,
} from './argoObjects.ts';
import type { Place } from './Place.ts';

/** Argo CD's objects in `prod-eu`, with statuses as its controllers write them. */
export function argoManifests(place: Place): KubernetesObject[] {
  const charts = `${place.registry}/acme/charts`;
  const ledger = place.digest('ledger:3.2.0');
  return [
    application('payments-eu', {
      source: {
        repoURL: charts,
        chart: 'payments',
        targetRevision: '1.8.2',
      },
      revision: '1.8.2',
      namespace: 'shop',
    }),
    // From here, by a digest, into the other cluster.
    application('ledger-native', {
      source: {
        repoURL: `oci://${charts}/ledger`,
        path: '.',
        targetRevision: ledger,
      },
      revision: ledger,
      namespace: 'money',
      to: place.destination('staging'),
    }),
    // A Helm-typed source by range, its values in Git, and a native OCI source by tag.
    severalSources('shop', {
      sources: [
        { repoURL: charts, chart: 'storefront', targetRevision: '5.x' },
        {
          repoURL: 'https://github.com/acme/gitops.git',
          ref: 'values',
          targetRevision: 'main',
        },
        {
          repoURL: `oci://${charts}/search`,
          path: '.',
          targetRevision: '0.11.0',
        },
      ],
      revisions: ['5.4.0', GIT_COMMIT, place.digest('search:0.11.0')],
      namespace: 'shop',
    }),
    application('payments-legacy', {
      source: {
        repoURL: place.legacy,
        chart: 'payments',
        targetRevision: '1.7.x',
      },
      revision: '1.7.1',
      namespace: 'shop',
    }),
    // No consumer of a chart: a folder in Git.
    application('handbook', {
      source: {
        repoURL: 'https://github.com/acme/gitops.git',
        path: 'handbook',
        targetRevision: 'main',
      },
      revision: GIT_COMMIT,
      namespace: 'docs',
    }),
    applicationSet('edge-everywhere', {
      repoURL: charts,
      chart: 'edge-gateway',
      targetRevision: '{{.version}}',
    }),
    applicationSet('any-chart', {
      repoURL: '{{.registry}}/acme/charts',
      chart: '{{.chart}}',
      targetRevision: '1.0.0',
    }),
  ];
}
