import { NotFoundError } from '@backstage/errors';
import { ChartReads, ChartRecord } from '../store';
import { ChartLocator } from './ChartProvenanceService';

/**
 * The chart that a path names. Under another entity's path it would lend that entity's permissions: it is as unknown as one
 * that is not there.
 *
 * @throws NotFoundError
 */
export async function chartOf(
  reads: Pick<ChartReads, 'chartRecord'>,
  { entityRef, chartId }: ChartLocator,
): Promise<ChartRecord> {
  const chart = await reads.chartRecord(chartId);
  const belongs =
    chart?.owner === entityRef || chart?.conflict.includes(entityRef);
  if (!chart || !belongs) {
    throw noSuchChart();
  }
  return chart;
}

/** The one answer for what is not there and what is another's. */
export function noSuchChart(): NotFoundError {
  return new NotFoundError('No such chart, version or tag on this entity');
}
