import type { SnippetInput } from '../types';
import { Provider } from './plan';
import { LegacyTarget } from './scripts';

type Server = LegacyTarget['server'];

const TITLES: Record<Server, string> = {
  chartmuseum: 'publish the same archive to ChartMuseum',
  'github-pages': 'publish the same archive to GitHub Pages',
  s3: 'publish the same archive to a bucket in S3',
  gcs: 'publish the same archive to a bucket in Google Cloud Storage',
};

/** Where each provider can publish to besides the registry. */
const SERVERS: Record<Provider, readonly Server[]> = {
  github: ['chartmuseum', 'github-pages', 's3', 'gcs'],
  gitlab: ['chartmuseum', 's3'],
  shell: ['chartmuseum', 's3', 'gcs'],
};

const PUBLISH = ['publish', 'publish the same archive there too'] as const;
const LEAVE = ['leave', 'leave it'] as const;

/**
 * What can be done with the legacy repository, value and title, the default first. Where nobody can tell what serves it, as behind a domain of
 * one's own, whoever asks says so: guessed wrong, a release would end half done. Empty without one, and where it cannot be published to.
 *
 * @internal
 */
export function legacyChoices(
  provider: Provider,
  { legacy }: SnippetInput,
): (readonly [string, string])[] {
  const servers = SERVERS[provider];
  if (legacy === null) {
    return [];
  }
  if (legacy.server === 'unknown') {
    return [LEAVE, ...servers.map(server => [server, TITLES[server]] as const)];
  }
  return servers.includes(legacy.server) ? [PUBLISH, LEAVE] : [];
}

/**
 * Where the same archive goes as well, by one of {@link legacyChoices}; null: nowhere.
 *
 * @internal
 */
export function legacyTarget(
  provider: Provider,
  { legacy }: SnippetInput,
  choice: string | undefined,
): LegacyTarget | null {
  const wanted = choice === 'publish' ? legacy?.server : choice;
  const server = SERVERS[provider].find(one => one === wanted);
  return legacy === null || server === undefined
    ? null
    : { server, url: legacy.repositoryUrl.replace(/\/+$/, '') };
}
