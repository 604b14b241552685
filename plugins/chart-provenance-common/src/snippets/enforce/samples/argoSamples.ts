import type { RuleFacts } from '../rules';
import type { YamlValue } from '../yaml';
import { OTHER_URL, Sample, SAMPLE_DIGEST } from './Sample';

type Members = { [key: string]: YamlValue | undefined };

const destination = {
  destination: { name: 'in-cluster', namespace: 'shop' },
};

/** Applications that must pass, and some that must not. */
export function argoSamples({ place, legacy, input }: RuleFacts): Sample[] {
  const { url, registry, prefix, name } = place;
  const parent = `${registry}/${prefix}`.replace(/\/$/, '');
  const native = {
    repoURL: url,
    path: '.',
    targetRevision: SAMPLE_DIGEST,
  };
  const helm = { repoURL: parent, chart: name, targetRevision: '1.0.0' };
  return [
    app('app-pinned', 'native and pinned', true, { source: native }),
    app('app-other', 'another chart', true, {
      source: { ...native, repoURL: OTHER_URL, targetRevision: '1.0.0' },
    }),
    app('app-by-tag', 'native by a tag', false, {
      source: { ...native, targetRevision: 'stable' },
    }),
    app('app-helm-typed', 'Helm-typed, so by a version', false, {
      source: helm,
    }),
    app('app-second-source', 'Helm-typed as the second source', false, {
      sources: [{ ...native, repoURL: OTHER_URL }, helm],
    }),
    {
      ...app('set-by-tag', 'a template by a tag', false, {}),
      kind: 'ApplicationSet',
      object: applicationSet('set-by-tag', { ...native, targetRevision: '1' }),
    },
    ...(legacy && input.legacy
      ? [
          app('app-legacy', 'from the former repository', false, {
            source: {
              repoURL: input.legacy.repositoryUrl,
              chart: legacy.name,
              targetRevision: '1.0.0',
            },
          }),
        ]
      : []),
  ];
}

export function app(
  name: string,
  shows: string,
  passes: boolean,
  sources: Members,
): Sample {
  return {
    ...{ part: 'argocd', kind: 'Application', name, shows, passes },
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name, namespace: 'argocd' },
      spec: { project: 'default', ...destination, ...sources },
    },
  };
}

function applicationSet(name: string, source: Members): YamlValue {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name, namespace: 'argocd' },
    spec: {
      generators: [{ list: { elements: [{ cluster: 'eu' }] } }],
      template: {
        metadata: { name: 'one' },
        spec: { project: 'default', ...destination, source },
      },
    },
  };
}
