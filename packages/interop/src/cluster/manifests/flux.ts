import type { KubernetesObject } from '../../services/kubernetes/KubernetesClient.ts';
import {
  helmChart,
  helmRelease,
  helmRepository,
  ociRepository,
} from './fluxObjects.ts';
import { shortDigest, type Place } from './Place.ts';

/** Flux's objects in `staging`, with statuses as its controllers write them. */
export function fluxManifests(place: Place): KubernetesObject[] {
  const charts = `oci://${place.registry}/acme/charts`;
  return [
    helmRepository('acme', { url: charts, type: 'oci' }),
    helmRepository('acme-legacy', { url: place.legacy }),
    ...payments(),
    ...ledger(charts, place),
    ...stable(charts, place),
    ...hotfix(charts, place),
    // A chart that somebody fetches without a release.
    helmChart('edge-cache', {
      chart: 'edge-cache',
      version: '0.9.2',
      repository: 'acme',
    }),
    helmRelease('inventory', {
      chart: {
        chart: 'inventory',
        version: '1.0.0',
        repository: 'acme-legacy',
      },
      runs: { version: '1.0.0' },
    }),
    helmRelease('nowhere', {
      chart: { chart: 'notifications', version: '2.3.0', repository: 'gone' },
    }),
  ];
}

/** By a range, over a HelmRepository: helm-controller keeps a HelmChart for it, which is no consumer of its own. */
function payments(): KubernetesObject[] {
  const chart = { chart: 'payments', version: '1.8.x', repository: 'acme' };
  return [
    helmRelease('payments', { chart, runs: { version: '1.8.1' } }),
    helmChart('shop-payments', {
      ...chart,
      runs: '1.8.1',
      labels: {
        'helm.toolkit.fluxcd.io/name': 'payments',
        'helm.toolkit.fluxcd.io/namespace': 'shop',
      },
    }),
  ];
}

/** By a digest, verified with a key. */
function ledger(charts: string, place: Place): KubernetesObject[] {
  const digest = place.digest('ledger:3.2.0');
  return [
    ociRepository('ledger', {
      url: `${charts}/ledger`,
      ref: { digest },
      verify: { provider: 'cosign', secretRef: { name: 'ledger-key' } },
      revision: digest,
    }),
    helmRelease('ledger', {
      chartRef: { name: 'ledger', chart: 'ledger' },
      runs: { version: `3.2.0+${shortDigest(digest)}`, ociDigest: digest },
    }),
  ];
}

/** By a tag that moves, verified against an identity that is wider than the policy's. */
function stable(charts: string, place: Place): KubernetesObject[] {
  const digest = place.digest('payments:1.8.2');
  // With a tag that is no version, helm-controller writes the tag into the digest's field too.
  const revision = `stable@${digest}`;
  return [
    ociRepository('payments-stable', {
      url: `${charts}/payments`,
      ref: { tag: 'stable' },
      verify: {
        provider: 'cosign',
        matchOIDCIdentity: [
          {
            issuer: '^https://token\\.actions\\.githubusercontent\\.com$',
            subject: '^https://github\\.com/.*$',
          },
        ],
      },
      revision,
    }),
    helmRelease('payments-stable', {
      chartRef: { name: 'payments-stable', chart: 'payments' },
      runs: { version: `1.8.2+${shortDigest(digest)}`, ociDigest: revision },
    }),
  ];
}

/** A version with build metadata: helm-controller puts the digest in its place. */
function hotfix(charts: string, place: Place): KubernetesObject[] {
  const digest = place.digest('payments:1.6.3_hotfix.1');
  return [
    ociRepository('payments-hotfix', {
      url: `${charts}/payments`,
      ref: { tag: '1.6.3_hotfix.1' },
      revision: `1.6.3_hotfix.1@${digest}`,
    }),
    helmRelease('payments-hotfix', {
      chartRef: { name: 'payments-hotfix', chart: 'payments' },
      runs: {
        version: `1.6.3+${shortDigest(digest)}`,
        ociDigest: digest,
      },
    }),
  ];
}
