import {
  TagHistory,
  TagObservation,
} from 'backstage-plugin-chart-provenance-common';

/**
 * One line of a tag's history, ready to be shown. `digest` and `at` are kept apart so that they can carry their hover.
 *
 * @internal
 */
export interface TagSentence {
  /** `points at`, `pointed at`, or `no longer exists; it last pointed at`. */
  verb: string;
  digest: string;
  version: string | null;
  /** How `at` is to be read: since when it was seen there, or until when. */
  bound: ', first seen there' | ' until';
  at: string;
  /** How it came to be replaced; empty for what holds now, unless that is itself remarkable. */
  then: string;
  /** The chart changed under a name people had already used, or went back. */
  alarming: boolean;
}

/**
 * What a tag pointed at, in words, newest first.
 *
 * @internal
 */
export function tagSentences(history: TagHistory): TagSentence[] {
  return history.observations.map((observation, index, all) =>
    index === 0 ? present(observation) : past(observation, all[index - 1]),
  );
}

function present(observation: TagObservation): TagSentence {
  const removed = observation.change === 'removed';
  return {
    verb: removed ? 'no longer exists; it last pointed at' : 'points at',
    digest: observation.digest,
    version: observation.version,
    bound: removed ? ' until' : ', first seen there',
    at: removed ? observation.lastSeenAt : observation.firstSeenAt,
    then: '',
    alarming: false,
  };
}

function past(observation: TagObservation, next: TagObservation): TagSentence {
  return {
    verb: 'pointed at',
    digest: observation.digest,
    version: observation.version,
    bound: ' until',
    at: next.firstSeenAt,
    then: changeWords(next),
    alarming: next.change === 're-publish' || next.change === 'rollback',
  };
}

function changeWords(next: TagObservation): string {
  const version = next.version ?? 'another version';
  switch (next.change) {
    case 'first':
      return 'then it was seen anew';
    case 're-push':
      return 'the same chart was pushed again: same chart bytes, new manifest';
    case 're-publish':
      return 'the chart itself changed';
    case 'forward':
      return `then it moved forward to ${version}`;
    case 'rollback':
      return `then it moved back to the lower ${version}`;
    case 'removed':
      return 'then the tag was removed';
    default:
      return unreachable(next.change);
  }
}

function unreachable(change: never): string {
  return String(change);
}
