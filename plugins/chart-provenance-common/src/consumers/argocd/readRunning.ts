import { isDigest } from 'chart-provenance-oras/reference';
import { isFloatingTag, tagToVersion } from '../../tags/tagNames';
import { at, isRecord, oneLine, ReadingError, textAt, timeAt } from '../json';
import { ChartTarget, RunningReading } from '../types';
import { ChartSource, readChartSource, sourcesOf } from './sources';

/** What was deployed last. */
interface Deployed {
  /** Object with `source` or `sources`; undefined when it does not say. */
  from: unknown;
  revision: string | undefined;
  revisions: readonly unknown[];
  since: string | null;
}

/** What runs of one source; `otherSource` when it was deployed from another one than the spec names. */
export interface ArgoRunning {
  runs: RunningReading | null;
  otherSource: boolean;
}

const NOTHING: ArgoRunning = { runs: null, otherSource: false };

/**
 * What runs, from an Application's status: the last entry of the history, else the last operation that succeeded, and what was compared only
 * while that is in sync (`status.sync.revision` is what is wanted, not what runs). A status that cannot be read says nothing, and hides no consumer.
 */
export function readRunning(status: unknown, wanted: ChartSource): ArgoRunning {
  try {
    return fromStatus(status, wanted);
  } catch (error) {
    if (error instanceof ReadingError) {
      return NOTHING;
    }
    throw error;
  }
}

function fromStatus(status: unknown, wanted: ChartSource): ArgoRunning {
  const deployed = lastDeployed(status);
  if (!deployed) {
    return NOTHING;
  }
  const sources = deployed.from === undefined ? [] : sourcesOf(deployed.from);
  if (sources.length === 0) {
    return { runs: runningOf(wanted, deployed), otherSource: false };
  }
  const charts = sources.flatMap(
    (source, index) => readChartSource(source, index) ?? [],
  );
  const same = charts.filter(chart => sameTarget(chart.target, wanted.target));
  const exact = same.find(({ index }) => index === wanted.index) ?? same[0];
  if (exact) {
    return { runs: runningOf(exact, deployed), otherSource: false };
  }
  // Not deployed from there yet: what runs came from elsewhere, so its digest says nothing about the wanted repository.
  const before = charts.find(chart => nameOf(chart) === nameOf(wanted));
  const version = before ? runningOf(before, deployed)?.version : undefined;
  return {
    runs: version ? { version, digest: null, since: deployed.since } : null,
    otherSource: true,
  };
}

function lastDeployed(status: unknown): Deployed | undefined {
  const history = at(status, 'history');
  if (Array.isArray(history) && isRecord(history.at(-1))) {
    return deployedOf(history.at(-1), timeAt(history.at(-1), 'deployedAt'));
  }
  const operation = at(status, 'operationState');
  const result = at(operation, 'syncResult');
  if (at(operation, 'phase') === 'Succeeded' && isRecord(result)) {
    return deployedOf(result, timeAt(operation, 'finishedAt'));
  }
  const sync = at(status, 'sync');
  return at(sync, 'status') === 'Synced'
    ? { ...deployedOf(sync, null), from: at(sync, 'comparedTo') }
    : undefined;
}

function deployedOf(record: unknown, since: string | null): Deployed {
  const revisions = at(record, 'revisions');
  return {
    from: record,
    revision: textAt(record, 'revision'),
    revisions: Array.isArray(revisions) ? revisions : [],
    since,
  };
}

function runningOf(
  source: ChartSource,
  { revision, revisions, since }: Deployed,
): RunningReading | null {
  const text = revisions.length > 0 ? revisions[source.index] : revision;
  if (typeof text !== 'string' || text === '') {
    return null;
  }
  if (source.form === 'argocd-helm') {
    return { version: oneLine(text, 256), digest: null, since };
  }
  // The tag that was asked for when this digest was deployed.
  const tag = textAt(source.source, 'targetRevision');
  const version =
    tag && !isDigest(tag) && !isFloatingTag(tag) ? tagToVersion(tag) : null;
  return isDigest(text) ? { version, digest: text, since } : null;
}

function sameTarget(a: ChartTarget, b: ChartTarget): boolean {
  switch (a.kind) {
    case 'oci':
      return (
        b.kind === 'oci' &&
        a.registry === b.registry &&
        a.repository === b.repository
      );
    case 'legacy':
      return (
        b.kind === 'legacy' &&
        a.repositoryUrl === b.repositoryUrl &&
        a.name === b.name
      );
    default:
      return false;
  }
}

/** Last segment of what is meant; unique for what cannot be told. */
function nameOf({ target }: ChartSource): string | symbol {
  switch (target.kind) {
    case 'oci':
      return target.repository.slice(target.repository.lastIndexOf('/') + 1);
    case 'legacy':
      return target.name;
    default:
      return Symbol('unknown');
  }
}
