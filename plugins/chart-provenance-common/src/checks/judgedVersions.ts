import type { CheckEvidence } from '../api/migrationTypes';
import type { Knowledge } from '../migration/knowledge';
import type { PublishedVersion } from '../migration/types';
import { isExactVersion, meantKey } from '../migration/matching';
import { count, said, verb } from '../migration/words';

/**
 * What the checks of versions look at: the supported versions in the registry, and whatever consumers of the registry run, supported or not.
 */
export interface JudgedVersions {
  versions: PublishedVersion[];
  /** Consumers that run something that is not known in the registry. */
  strangers: number;
  /** Who runs what is known in full. */
  consumersKnown: boolean;
}

/** What has to be signed, described and bound to its source. */
export function judgedVersions({
  facts,
  matches,
  consumers,
}: Knowledge): JudgedVersions {
  const supported = matches
    .filter(one => one.supported)
    .flatMap(({ published }) => current(published));
  const byDigest = new Map(facts.versions.map(one => [one.digest, one]));
  const versionsThere = new Set(
    facts.versions.map(({ version }) => meantKey(version)),
  );
  const running = consumers.all.flatMap(({ from, runs }) =>
    from === 'oci' && runs ? [runs] : [],
  );
  const strangers = running.filter(({ digest, version }) =>
    digest === null
      ? version !== null &&
        isExactVersion(version) &&
        !versionsThere.has(meantKey(version))
      : !byDigest.has(digest),
  );
  const run = running.flatMap(({ digest }) => byDigest.get(digest ?? '') ?? []);
  return {
    versions: [...new Set([...supported, ...run])],
    strangers: strangers.length,
    consumersKnown: consumers.gap === null,
  };
}

/** A manifest that no tag points at any more is history, unless it is all there is, or it runs. */
function current(published: readonly PublishedVersion[]): PublishedVersion[] {
  const tagged = published.filter(({ tags }) => tags.length > 0);
  return tagged.length > 0 ? tagged : [...published];
}

/** `1 version that is supported or runs`. */
export function judgedCount(n: number): string {
  return `${count(n, 'version')} that ${verb(
    n,
    'is supported or runs',
    'are supported or run',
  )}`;
}

/** A line for each, linked to its drawer. */
export function versionEvidence(
  versions: readonly PublishedVersion[],
  text: (version: PublishedVersion) => string,
): CheckEvidence[] {
  return versions.map(version => ({
    text: `${said(version.version)}: ${text(version)}`,
    link: { to: 'version', digest: version.digest },
  }));
}
