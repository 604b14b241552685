import type { ConsumerRow } from '../../api/consumerTypes';
import type { MigrationFacts } from '../types';
import { isExactVersion, meantKey } from './versionKeys';

/**
 * Who asks for or runs which version, by {@link meantKey}. What asks for a range or a floating tag counts where its status says what runs.
 */
export function consumedVersions({
  consumers,
  versions,
}: Pick<MigrationFacts, 'consumers' | 'versions'>): Map<string, ConsumerRow[]> {
  const versionOf = new Map(
    versions.map(({ digest, version }) => [digest, version]),
  );
  const consumed = new Map<string, ConsumerRow[]>();
  for (const consumer of consumers) {
    const { wants, runs } = consumer;
    const named = [
      wants.version !== null && isExactVersion(wants.version)
        ? wants.version
        : null,
      runs?.version ?? null,
      versionOf.get(wants.digest ?? '') ?? null,
      versionOf.get(runs?.digest ?? '') ?? null,
    ];
    const keys = named.flatMap(one => (one === null ? [] : [meantKey(one)]));
    for (const key of new Set(keys)) {
      consumed.set(key, [...(consumed.get(key) ?? []), consumer]);
    }
  }
  return consumed;
}
