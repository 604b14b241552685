import type { RuleFacts } from '../rules';
import { app } from './argoSamples';
import { goodSource, ociRepository } from './fluxSamples';
import { Sample, SAMPLE_DIGEST, SAMPLE_NAMESPACE } from './Sample';

/** What stands below the chart's folder and is not known. */
export function unknownSamples(facts: RuleFacts): Sample[] {
  const { registry, prefix, url } = facts.place;
  const stranger = `oci://${registry}/${prefix}nobody-knows-this`;
  const native = { path: '.', targetRevision: SAMPLE_DIGEST };
  const source = (name: string, at: string, passes: boolean): Sample => ({
    ...{ part: 'unknown-flux', kind: 'OCIRepository', name, passes },
    shows: passes ? 'a known chart' : 'a chart without a policy',
    object: ociRepository(name, { ...goodSource(facts), url: at }),
  });
  return [
    source('known', url, true),
    source('unknown', stranger, false),
    {
      ...{ part: 'unknown-flux', kind: 'HelmRepository', name: 'folder' },
      ...{ shows: 'a HelmRepository over the folder', passes: false },
      object: {
        apiVersion: 'source.toolkit.fluxcd.io/v1',
        kind: 'HelmRepository',
        metadata: { name: 'folder', namespace: SAMPLE_NAMESPACE },
        spec: {
          interval: '10m',
          type: 'oci',
          url: `oci://${registry}/${prefix}`.replace(/\/$/, ''),
        },
      },
    },
    {
      ...app('app-known', 'a known chart', true, {
        source: { ...native, repoURL: url },
      }),
      part: 'unknown-argocd',
    },
    {
      ...app('app-unknown', 'a chart without a policy', false, {
        source: { ...native, repoURL: stranger },
      }),
      part: 'unknown-argocd',
    },
  ];
}
