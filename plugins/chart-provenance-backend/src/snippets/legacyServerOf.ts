import { SnippetInput } from 'backstage-plugin-chart-provenance-common';

type LegacyServer = NonNullable<SnippetInput['legacy']>['server'];

const BY_HOST: readonly [RegExp, LegacyServer][] = [
  [/\.github\.io$/, 'github-pages'],
  [/(?:^|\.)s3[.-](?:[a-z0-9-]+\.)?amazonaws\.com(?:\.cn)?$/, 's3'],
  [/^storage\.googleapis\.com$/, 'gcs'],
];

/**
 * What serves a legacy repository, as far as its address and the way it was read tell.
 *
 * @param method - how its list was read last
 */
export function legacyServerOf(
  repositoryUrl: string,
  method: string | null,
): LegacyServer {
  if (method === 'chartmuseum') {
    return 'chartmuseum';
  }
  try {
    const { hostname } = new URL(repositoryUrl);
    return (
      BY_HOST.find(([pattern]) => pattern.test(hostname))?.[1] ?? 'unknown'
    );
  } catch {
    return 'unknown';
  }
}
