import { InputError } from '@backstage/errors';
import { ChartLocator, VersionLocator } from '../ChartProvenanceService';
import { parseEntityRef } from './parseEntityRef';

const CHART_ID = /^[A-Za-z0-9_-]{16}$/;
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;

/** Reads the path of a chart. @throws InputError */
export function parseChartLocator(
  params: Record<string, string>,
): ChartLocator {
  const entityRef = parseEntityRef(params);
  if (!CHART_ID.test(params.chartId ?? '')) {
    throw new InputError(
      'chartId must be the 16 characters that the list of charts gives',
    );
  }
  return { entityRef, chartId: params.chartId };
}

/** Reads the path of a chart version. @throws InputError */
export function parseVersionLocator(
  params: Record<string, string>,
): VersionLocator {
  return {
    ...parseChartLocator(params),
    digest: parseDigest(params.digest, 'digest'),
  };
}

/** Reads a digest. @throws InputError naming the parameter. */
export function parseDigest(written: string | undefined, name: string): string {
  if (!DIGEST.test(written ?? '')) {
    throw new InputError(
      `${name} must be a digest: sha256: and 64 lower-case hexadecimal digits`,
    );
  }
  return written!;
}

/** Reads a tag. @throws InputError */
export function parseTag(written: string | undefined): string {
  if (!TAG.test(written ?? '')) {
    throw new InputError(
      'tag must be letters, digits, dots, dashes and underscores, at most 128',
    );
  }
  return written!;
}
