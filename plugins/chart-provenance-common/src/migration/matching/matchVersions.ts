import { tagPromises } from '../../tags/tagNames';
import { sortVersions } from '../../tags/versions';
import type { LegacyVersion, MigrationFacts, PublishedVersion } from '../types';
import { compareBytes } from './compareBytes';
import { consumedVersions } from './consumedVersions';
import { markSupported } from './markSupported';
import type { VersionMatch } from './types';
import { meantKey, versionKey } from './versionKeys';

/**
 * Every version that is or was in the registry or in the legacy index, newest first, matched by its exact text (`_` read as `+`).
 */
export function matchVersions(facts: MigrationFacts): VersionMatch[] {
  const published = grouped(facts.versions);
  const legacy = grouped(facts.legacy?.versions ?? []);
  const consumed = consumedVersions(facts);
  const gone = (facts.legacy?.goneSince ?? null) !== null;
  const keys = sortVersions([
    ...new Set([...published.keys(), ...legacy.keys()]),
  ]);
  const matches = keys.map((key): VersionMatch => {
    const manifests = ownTagFirst(there(published.get(key) ?? []));
    const entries = legacy.get(key) ?? [];
    const present = entries.filter(one => one.present && !gone);
    return {
      version: (manifests[0] ?? entries[0] ?? published.get(key)?.[0]).version,
      published: manifests,
      legacy: present[0] ?? entries[0] ?? null,
      listed: present.length > 0,
      ...compareBytes(manifests, present.length > 0 ? present : entries),
      consumers: consumed.get(meantKey(key)) ?? [],
      supported: false,
    };
  });
  return markSupported(matches, facts);
}

function grouped<T extends LegacyVersion | PublishedVersion>(
  versions: readonly T[],
): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const version of versions) {
    const key = versionKey(version.version);
    const group = groups.get(key);
    if (group) {
      group.push(version);
    } else {
      groups.set(key, [version]);
    }
  }
  return groups;
}

/** What no tag leads to any more is history: the registry was emptied of it, and nobody gets it by its version. */
function there(manifests: readonly PublishedVersion[]) {
  return manifests.some(({ tags }) => tags.length > 0) ? manifests : [];
}

function ownTagFirst(manifests: readonly PublishedVersion[]) {
  const own = manifests.filter(({ tags, version }) =>
    tags.some(({ tag }) => tagPromises(tag, version)),
  );
  return [...own, ...manifests.filter(one => !own.includes(one))];
}
