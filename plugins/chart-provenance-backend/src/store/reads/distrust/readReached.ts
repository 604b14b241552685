import { listCharts } from '../../operations/chart/listCharts';
import {
  countReached,
  listReached,
} from '../../operations/distrust/listReached';
import { ReachedVersion } from '../../DistrustStore';
import { shownStatus, viewOf } from '../ChartView';
import { StoreContext } from '../StoreContext';

/** Versions that an entry reaches, as of now. See `DistrustStore.reachedBy`. */
export async function readReached(
  context: StoreContext,
  entryId: string,
  limit: number,
): Promise<{ versions: ReachedVersion[]; total: number }> {
  const { database } = context;
  const rows = await listReached(database, entryId, limit);
  const ids = [...new Set(rows.map(({ chart_id }) => chart_id))];
  const charts = new Map(
    await Promise.all(
      (
        await listCharts(database, ids)
      ).map(
        async chart =>
          [
            chart.chart_id,
            { chart, view: await viewOf(context, chart) },
          ] as const,
      ),
    ),
  );
  return {
    total: await countReached(database, entryId),
    versions: rows.flatMap(({ chart_id, digest, version, status, roots }) => {
      const known = charts.get(chart_id);
      return known
        ? [
            {
              chartId: chart_id,
              reference: `oci://${known.chart.registry}/${known.chart.repository}`,
              owner: known.chart.owner,
              digest,
              version,
              status: shownStatus(
                { status: status ?? 'indeterminate', roots },
                known.view,
              ),
            },
          ]
        : [];
    }),
  };
}
