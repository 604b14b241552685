import { isDigest } from 'chart-provenance-oras/reference';
import { isFloatingTag, tagToVersion } from '../../tags/tagNames';
import { at, isRecord, JsonRecord, oneLine, timeAt } from '../json';
import { RunningReading } from '../types';

const MAX_HISTORY = 1_000;

/** What a release is of. */
export interface Released {
  running: RunningReading;
  /** Name of the chart; undefined when the status does not say. */
  chart: string | undefined;
}

/**
 * What a HelmRelease deployed: the release of its history with the status `deployed` and the highest number; for `v2beta1`, the revision that was applied
 * last.
 */
export function readReleased(status: unknown): Released | null {
  const history = at(status, 'history');
  const deployed = Array.isArray(history)
    ? history
        .slice(0, MAX_HISTORY)
        .filter(isRecord)
        .filter(release => release.status === 'deployed')
        .sort((a, b) => numberOf(b) - numberOf(a))[0]
    : undefined;
  if (deployed) {
    const digest = digestOf(afterAt(at(deployed, 'ociDigest')));
    const chart = at(deployed, 'chartName');
    return {
      running: {
        version: chartVersion(at(deployed, 'chartVersion'), digest),
        digest,
        since: timeAt(deployed, 'lastDeployed'),
      },
      chart: typeof chart === 'string' && chart ? chart : undefined,
    };
  }
  const applied = chartVersion(at(status, 'lastAppliedRevision'), null);
  return history === undefined && applied !== null
    ? {
        running: { version: applied, digest: null, since: null },
        chart: undefined,
      }
    : null;
}

/** What an OCIRepository fetched: `<tag>@<manifest digest>`, or the digest alone. */
export function readArtifact(status: unknown): RunningReading | null {
  const revision = at(status, 'artifact', 'revision');
  if (typeof revision !== 'string' || revision.length > 512) {
    return null;
  }
  const separator = revision.lastIndexOf('@');
  const tag = revision.slice(0, Math.max(separator, 0));
  const digest = digestOf(revision.slice(separator + 1));
  return digest === null
    ? null
    : {
        version: tag && !isFloatingTag(tag) ? tagToVersion(tag) : null,
        digest,
        since: timeAt(status, 'artifact', 'lastUpdateTime'),
      };
}

/** What a HelmChart fetched: a version. */
export function readChartArtifact(status: unknown): RunningReading | null {
  const version = chartVersion(at(status, 'artifact', 'revision'), null);
  return version === null
    ? null
    : {
        version,
        digest: null,
        since: timeAt(status, 'artifact', 'lastUpdateTime'),
      };
}

/**
 * The chart's own version. Flux puts the first 12 digits of the digest in the place of its build metadata, which only then are lost.
 *
 * @see https://github.com/fluxcd/helm-controller/blob/v1.6.3/internal/controller/helmrelease_controller.go
 */
function chartVersion(value: unknown, digest: string | null): string | null {
  if (typeof value !== 'string' || value === '') {
    return null;
  }
  const version = oneLine(value, 256);
  const added = digest === null ? undefined : `+${hexOf(digest).slice(0, 12)}`;
  return added !== undefined && version.endsWith(added)
    ? version.slice(0, -added.length)
    : version;
}

function hexOf(digest: string): string {
  return digest.slice(digest.indexOf(':') + 1);
}

/** An OCIRepository whose tag is no version is recorded as `<tag>@<digest>`. */
function afterAt(value: unknown): unknown {
  return typeof value === 'string'
    ? value.slice(value.lastIndexOf('@') + 1)
    : value;
}

function digestOf(value: unknown): string | null {
  return typeof value === 'string' && isDigest(value) ? value : null;
}

function numberOf(release: JsonRecord): number {
  return typeof release.version === 'number' ? release.version : -1;
}
