import { matchRepository } from 'backstage-plugin-chart-provenance-common';
import { DiagnoseOptions } from './types';

/**
 * The repository to try on a registry: the one asked for, one that a rule names outright, or one that the index has read before
 * and that a rule still allows.
 */
export async function repositoryToTry(
  host: string,
  { config, only, knownRepositories }: DiagnoseOptions,
): Promise<string | undefined> {
  if (only?.repository !== undefined) {
    return only.repository;
  }
  const named = config.rules.find(
    ({ rule, segments }) =>
      rule.registry === host &&
      segments.every(segment => segment.kind === 'literal'),
  );
  if (named) {
    return named.rule.match;
  }
  const known = (await knownRepositories?.(host)) ?? [];
  return known.find(one => matchRepository(config.rules, host, one));
}
