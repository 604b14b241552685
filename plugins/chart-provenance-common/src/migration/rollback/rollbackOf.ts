import type { MigrationPhase, MigrationState } from '../../api/migrationTypes';
import type { Knowledge } from '../knowledge';
import { newestOf, VersionMatch } from '../matching';
import type { LegacyFacts } from '../types';
import { count, listed, said, verb } from '../words';
import { backToLegacy } from './backToLegacy';
import { republish } from './republish';

type Rollback = MigrationState['rollback'];

/** Pulls are written out for so many versions. */
const MOST_PULLS = 3;

const GIT =
  'Where Git is the source, change it there: what is changed by hand is undone by the next synchronisation.';

const UNDEPRECATE =
  'Take back the deprecation: move the day in the plan, or take the flag out of the index. Leave the archives as they are, the flag in Chart.yaml included: other bytes are another chart.';

/** How to go one step back from the phase the chart is in. */
export function rollbackOf(phase: MigrationPhase, known: Knowledge): Rollback {
  const { legacy } = known.facts;
  if (legacy === null || phase === 'noLegacy') {
    return nothing(
      'There is no legacy repository to go back to; an earlier version is deployed again by its digest.',
    );
  }
  const gone = known.legacy.kind === 'gone' || known.legacy.kind === 'absent';
  if (phase === 'retired' || gone) {
    return fromRegistry(legacy, known);
  }
  if (phase === 'notStarted') {
    return nothing(
      'Nothing has to be rolled back: the legacy repository is still where the chart comes from.',
    );
  }
  return toLegacy(phase, legacy, known);
}

function nothing(summary: string): Rollback {
  return { summary, steps: [], commands: [], caution: null };
}

function toLegacy(
  phase: MigrationPhase,
  legacy: LegacyFacts,
  known: Knowledge,
): Rollback {
  const inBoth = newestOf(known.matches.filter(isSame));
  const missing = registryOnly(known);
  const dual = phase === 'dualPublishing';
  const url = said(legacy.repositoryUrl, 200);
  const example = inBoth ? `, such as ${said(inBoth.version)}` : '';
  return {
    summary: dual
      ? 'A consumer goes back by taking the chart from the old URL; both places have the same bytes.'
      : 'A consumer goes back by taking the chart from the old URL, as long as it has the version.',
    steps: [
      `Point the consumer at ${url}, at a version that is in both places with the same bytes${example}.`,
      'See on the Consumers tab that it is read as taking the chart from there.',
      ...(phase === 'deprecationWindow' ? [UNDEPRECATE] : []),
      ...missingStep(missing),
    ],
    commands: [
      ...backToLegacy(legacy, inBoth?.version ?? null),
      ...republish(missing.slice(0, MOST_PULLS), legacy, known),
    ],
    caution: dual
      ? `${GIT} Signatures are in the registry only: whatever checks them has to be off for such a consumer.`
      : `${GIT} The chart counts as cut over again only when no consumer is left at the legacy repository.`,
  };
}

function missingStep(missing: readonly VersionMatch[]): string[] {
  const are = verb(missing.length, 'is', 'are');
  return missing.length === 0
    ? []
    : [
        `For ${namesOf(
          missing,
        )}, which ${are} in the registry only, publish the same archive in the legacy repository first.`,
      ];
}

function fromRegistry(legacy: LegacyFacts, known: Knowledge): Rollback {
  const missing = registryOnly(known);
  const needed = missing.filter(({ consumers }) => consumers.length > 0);
  const first = needed.length > 0 ? needed : missing;
  const url = said(legacy.repositoryUrl, 200);
  return {
    summary: `The same archives are published at ${url} again, from the registry.`,
    steps: [
      `Pull ${
        first.length > 0 ? namesOf(first) : 'every version that is needed'
      } from the registry by digest.`,
      'Compare the archive’s digest with that of the chart layer in the registry; never package it again.',
      `Hand the archives in at ${url}, with the file names they had.`,
      'See in the parity table that the digest in the index is that of the chart layer: it then says “same”.',
      'Only then point consumers there.',
    ],
    commands: [
      ...republish(first.slice(0, MOST_PULLS), legacy, known),
      ...backToLegacy(legacy, first[0]?.version ?? null),
    ],
    caution:
      first.length > MOST_PULLS
        ? `Commands are written out for ${MOST_PULLS} of ${count(
            first.length,
            'version',
          )}; the others go alike. What was only in the legacy repository comes back from a backup alone.`
        : 'What was only in the legacy repository comes back from a backup alone.',
  };
}

function isSame({ listed: there, bytes }: VersionMatch): boolean {
  return there && bytes === 'same';
}

function registryOnly({ matches }: Knowledge): VersionMatch[] {
  return matches.filter(
    one => one.supported && !one.listed && one.published.length > 0,
  );
}

function namesOf(versions: readonly VersionMatch[]): string {
  return listed(versions.map(({ version }) => said(version)));
}
