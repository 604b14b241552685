import type { SnippetInput } from '../../types';
import { escapeExpression } from '../../words';

/** Where the chart was published before, as far as it can be compared. */
export interface LegacyPlace {
  /** Expression (RE2) that takes every way of writing the host, in lower case. */
  hosts: string;
  name: string;
}

const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/;
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,250}$/;

/** Null when there is none, or none that can be written down. */
export function legacyPlace({
  legacy,
}: Pick<SnippetInput, 'legacy'>): LegacyPlace | null {
  if (legacy === null || !NAME.test(legacy.name)) {
    return null;
  }
  const url = URL.canParse(legacy.repositoryUrl)
    ? new URL(legacy.repositoryUrl)
    : undefined;
  const host = url?.hostname.replace(/\.+$/, '') ?? '';
  return HOST.test(host)
    ? {
        // With any port and user: whoever is at that name serves the chart.
        hosts: `^(?:[^@/]*@)?${escapeExpression(host)}\\.*(?::[0-9]*)?$`,
        name: legacy.name,
      }
    : null;
}
