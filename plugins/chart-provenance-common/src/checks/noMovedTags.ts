import type { PublishedVersion } from '../migration/types';
import { tagPromises } from '../tags/tagNames';
import { count, dayOf, listed, said, verb } from '../migration/words';
import { judgedVersions } from './judgedVersions';
import { latest, unknownBecause } from './outcomes';
import type { ChartCheck, Found } from './types';
import { versionGap } from './versionGap';

/** The tag of a version always meant the same chart archive. A re-push of the same archive is none of this. */
export const noMovedTags: ChartCheck = {
  id: 'no-moved-tags',
  group: 'protect',
  claim: 'The tag of a supported version was never moved to another chart.',
  why: 'Who pins a version gets other bytes the next time, and nobody notices.',
  responsible: 'owner',
  scope: 'version',
  find(known) {
    const judged = judgedVersions(known);
    const supported = known.matches
      .filter(one => one.supported)
      .flatMap(({ published }) => published);
    const looked = [...new Set([...supported, ...judged.versions])];
    const moved = movedTags(looked);
    if (moved.length > 0) {
      return failed(moved);
    }
    const gap = versionGap(judged, known);
    if (gap) {
      return unknownBecause(gap);
    }
    const exact = looked.flatMap(({ tags, version }) =>
      tags.filter(({ tag }) => tagPromises(tag, version)),
    ).length;
    return exact === 0 ? noTags() : passed(exact, looked);
  },
};

interface MovedTag {
  tag: string;
  at: string;
  digest: string;
}

/** Each tag once: the manifest it left tells of it, and the one it came to. */
function movedTags(versions: readonly PublishedVersion[]): MovedTag[] {
  const moved = new Map<string, MovedTag>();
  for (const { republished, digest, tags } of versions) {
    for (const { tag, at } of republished) {
      const before = moved.get(tag);
      const here = tags.some(one => one.tag === tag);
      moved.set(tag, {
        tag,
        at: latest([at, before?.at ?? null]) ?? at,
        digest: here || !before ? digest : before.digest,
      });
    }
  }
  return [...moved.values()];
}

function failed(moved: readonly MovedTag[]): Found {
  const n = moved.length;
  return {
    status: 'fail',
    message: `${count(n, 'tag')} of ${verb(
      n,
      'a supported version',
      'supported versions',
    )} ${verb(n, 'was', 'were')} published again with another chart: ${listed(
      moved.map(({ tag }) => said(tag)),
    )}.`,
    evidence: moved.map(({ tag, at, digest }) => ({
      text: `${said(tag)}: moved to another chart on ${dayOf(at)}`,
      link: { to: 'version', digest },
    })),
    nextAction:
      'Release a new version in place of each, and have the registry refuse to overwrite version tags.',
    seenAt: latest(moved.map(({ at }) => at)),
  };
}

function noTags(): Found {
  return {
    status: 'unknown',
    message: 'No supported version has a tag of its own to look at.',
    nextAction: 'Push versions with the tags that helm push gives them.',
  };
}

function passed(exact: number, looked: readonly PublishedVersion[]): Found {
  const [first] = looked.map(({ firstSeenAt }) => firstSeenAt).sort();
  const since = `since ${dayOf(first)}, the first look`;
  return {
    status: 'pass',
    message:
      exact === 1
        ? `The only tag of a supported version was not moved to another chart ${since}.`
        : `None of ${exact} tags of supported versions was moved to another chart ${since}.`,
    evidence: [{ text: 'The history of each tag', link: { to: 'provenance' } }],
  };
}
