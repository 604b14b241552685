// What the teams deploy, as Argo CD and Flux hold it once they have synchronised: from the chart repository, and from the registry.
import { application } from '../../../packages/interop/src/cluster/manifests/argoObjects.ts';
import {
  helmRelease,
  helmRepository,
  ociRepository,
} from '../../../packages/interop/src/cluster/manifests/fluxObjects.ts';
import { shortDigest } from '../../../packages/interop/src/cluster/manifests/Place.ts';

const CHART = 'payments';

/** `checkout` and `billing` are Argo CD's, `loyalty` is Flux's. Each `fromRegistry` is another of the forms that there are. */
export function consumersOf({ legacy, registry }) {
  const charts = `${registry.host}/acme/charts`;
  return {
    checkout: {
      fromLegacy: version => [
        application('checkout', {
          source: {
            repoURL: legacy.url,
            chart: CHART,
            targetRevision: version,
          },
          revision: version,
          namespace: 'shop',
        }),
      ],
      // Native OCI, pinned to the bytes.
      fromRegistry: ({ digest }) => [
        application('checkout', {
          source: {
            repoURL: `oci://${charts}/${CHART}`,
            path: '.',
            targetRevision: digest,
          },
          revision: digest,
          namespace: 'shop',
        }),
      ],
    },
    billing: {
      fromLegacy: version => [
        application('billing', {
          source: { repoURL: legacy.url, chart: CHART, targetRevision: '1.x' },
          revision: version,
          namespace: 'shop',
        }),
      ],
      // Helm-typed: an exact version is all it can say.
      fromRegistry: ({ version }) => [
        application('billing', {
          source: { repoURL: charts, chart: CHART, targetRevision: version },
          revision: version,
          namespace: 'shop',
        }),
      ],
    },
    loyalty: {
      fromLegacy: version => [
        helmRepository('charts', { url: legacy.url }),
        helmRelease('loyalty', {
          chart: { chart: CHART, version, repository: 'charts' },
          runs: { version },
        }),
      ],
      fromRegistry: ({ version, digest }) => [
        ociRepository('payments', {
          url: `oci://${charts}/${CHART}`,
          ref: { digest },
          revision: digest,
        }),
        helmRelease('loyalty', {
          chartRef: { name: 'payments', chart: CHART },
          runs: {
            version: `${version}+${shortDigest(digest)}`,
            ociDigest: digest,
          },
        }),
      ],
    },
  };
}
