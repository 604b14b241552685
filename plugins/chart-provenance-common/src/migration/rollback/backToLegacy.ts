import type { LegacyFacts } from '../types';
import { commandOf, RollbackCommand } from './commandOf';

/**
 * How a consumer goes back to the legacy repository, by what deploys it. What is in capitals the reader puts in: a page that anybody may read
 * names no consumer.
 */
export function backToLegacy(
  { repositoryUrl: url, name }: LegacyFacts,
  version: string | null,
): RollbackCommand[] {
  // Either might have been read as an option.
  if (!/^https?:\/\//.test(url) || !/^[A-Za-z0-9][\w.-]*$/.test(name)) {
    return [];
  }
  const wanted = version ?? 'VERSION';
  return [
    ...commandOf('Helm', [
      ...['helm', 'upgrade', 'RELEASE', name, `--repo=${url}`],
      ...[`--version=${wanted}`, '--namespace=NAMESPACE', '--reuse-values'],
    ]),
    ...commandOf(
      'Argo CD, until it is in Git',
      patch('applications.argoproj.io/APPLICATION', 'argocd', {
        source: {
          repoURL: url,
          chart: name,
          targetRevision: wanted,
          path: null,
        },
      }),
    ),
    ...commandOf(
      'Flux, until it is in Git',
      [
        ...['flux', 'create', 'source', 'helm', 'legacy-charts'],
        ...[`--url=${url}`, '--namespace=NAMESPACE'],
      ],
      patch('helmreleases.helm.toolkit.fluxcd.io/RELEASE', 'NAMESPACE', {
        chartRef: null,
        chart: {
          spec: {
            chart: name,
            version: wanted,
            sourceRef: { kind: 'HelmRepository', name: 'legacy-charts' },
          },
        },
      }),
    ),
  ];
}

function patch(object: string, namespace: string, spec: object): string[] {
  return [
    ...['kubectl', 'patch', object, `--namespace=${namespace}`],
    ...['--type=merge', `--patch=${JSON.stringify({ spec })}`],
  ];
}
