import type { ConsumerSourceStatus } from '../../api/consumerTypes';
import type { MigrationFacts } from '../types';
import { capital, count, verb } from '../words';
import { isLately } from './settled';
import type { ConsumerKnowledge, Gap } from './types';

/** As many as the store hands out: with so many there may be more. */
const MOST_CONSUMERS = 2_000;

/** Who uses the chart, and whether that is all of them. */
export function consumerKnowledge(
  facts: Pick<
    MigrationFacts,
    | 'consumers'
    | 'sources'
    | 'now'
    | 'legacyConsumerLeftAt'
    | 'unplacedConsumers'
  >,
): ConsumerKnowledge {
  const { consumers, sources } = facts;
  return {
    all: consumers,
    legacy: consumers.filter(({ from }) => from === 'legacy'),
    gap:
      sourceGap(facts) ??
      rowGap(facts) ??
      leftGap(facts) ??
      unplacedGap(facts.unplacedConsumers),
    places:
      sources.length === 1
        ? 'the only place where consumers are looked for'
        : `all ${sources.length} places where consumers are looked for`,
  };
}

/** Why the places where consumers are looked for do not tell everything; null when they do. */
export function sourceGap({
  sources,
  now,
}: Pick<MigrationFacts, 'sources' | 'now'>): Gap | null {
  // Who says of itself that it uses charts tells nothing of the others.
  const places = sources.filter(({ provider }) => provider !== 'annotations');
  if (places.length === 0) {
    return {
      message:
        'Nobody looked for consumers: no cluster and no Git repository is configured.',
      fix: 'Configure chartProvenance.consumers: clusters, Git repositories, or both.',
      responsible: 'platform',
    };
  }
  const unread = sources.filter(source => !readLately(source, now));
  if (unread.length > 0) {
    return unreadGap(unread.length, sources.length);
  }
  // A slip in one entity's annotation, which anybody may make, holds up no other chart.
  return documentGap(
    places.reduce((sum, one) => sum + one.documentProblems, 0),
  );
}

/** A document that cannot be read may be the last consumer. */
function documentGap(n: number): Gap | null {
  const them = verb(n, 'it', 'them');
  const documents = count(n, 'document');
  return n === 0
    ? null
    : {
        message: `${documents} could not be read where consumers are looked for, so there may be more of them.`,
        fix: `Mend ${verb(
          n,
          'the document',
          'the documents',
        )}, or leave ${them} out of what is read; the Consumers tab names ${them}.`,
        responsible: 'platform',
      };
}

/** Titles and messages of places may name clusters and files, which not every reader may see. */
function unreadGap(unread: number, of: number): Gap {
  const which =
    of === 1
      ? 'The only place where consumers are looked for was'
      : `${unread} of ${of} places where consumers are looked for ${verb(
          unread,
          'was',
          'were',
        )}`;
  return {
    message: `${which} not read lately, so there may be more consumers.`,
    fix: 'Have every place where consumers are looked for read again; the Consumers tab says which are not, and why.',
    responsible: 'platform',
  };
}

/** Rows tell it too: what an incomplete reading did not mention is marked stale. */
function rowGap({ consumers }: Pick<MigrationFacts, 'consumers'>): Gap | null {
  const stale = consumers.filter(one => one.stale).length;
  if (stale > 0) {
    return {
      message: `${count(stale, 'consumer')} ${verb(
        stale,
        'was',
        'were',
      )} not seen at the last reading, which was not complete.`,
      fix: 'See on the Consumers tab what could not be read.',
      responsible: 'platform',
    };
  }
  return consumers.length < MOST_CONSUMERS
    ? null
    : {
        message: `There are ${consumers.length} consumers or more, of which not all can be looked at.`,
        fix: 'Read fewer copies of the same manifests.',
        responsible: 'platform',
      };
}

/** Who left one place may have moved to another, which is known when that was read, too. */
function leftGap({
  sources,
  legacyConsumerLeftAt: at,
}: Pick<MigrationFacts, 'sources' | 'legacyConsumerLeftAt'>): Gap | null {
  const before = sources.filter(
    ({ provider, lastSuccessAt }) =>
      provider !== 'annotations' &&
      at !== null &&
      !(Date.parse(lastSuccessAt ?? '') >= Date.parse(at)),
  ).length;
  return before === 0
    ? null
    : {
        message: `A consumer left the legacy repository, and ${before} of ${count(
          sources.length,
          'place',
        )} where it may be now ${verb(before, 'was', 'were')} not read since.`,
        fix: 'Wait for the next readings.',
        responsible: 'platform',
      };
}

/** It may be the last that takes the chart from the legacy repository. */
function unplacedGap(n: number): Gap | null {
  return n === 0
    ? null
    : {
        message: `${capital(count(n, 'consumer'))} ${verb(
          n,
          'names a chart',
          'name charts',
        )} of this name, and from where ${verb(
          n,
          'it takes it',
          'they take it',
        )} cannot be told.`,
        fix: 'Have the repository that is named read, too, or leave out of what is read what nobody deploys.',
        responsible: 'platform',
      };
}

function readLately(
  { lastSuccessAt, problem }: ConsumerSourceStatus,
  now: string,
): boolean {
  return problem === null && isLately(lastSuccessAt, now);
}
