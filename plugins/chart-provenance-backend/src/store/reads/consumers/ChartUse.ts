import {
  applyFreshness,
  TrustPolicy,
  VerdictBrief,
} from 'backstage-plugin-chart-provenance-common';
import { chartRecordOf, policiesOf } from '../../chartRecordOf';
import { groupBy } from '../../groupBy';
import { listVerdictsOf } from '../../operations/verdict/listVerdictsOf';
import {
  listVersionMarks,
  VersionMark,
} from '../../operations/version/listVersionMarks';
import { ChartRow } from '../../rows';
import { storedVerdictOf } from '../../storedVerdictOf';
import { freshnessInputOf } from '../ChartView';
import { StoreContext } from '../StoreContext';

/** What is known of a chart that consumers may run, as of now. */
export interface ChartUse {
  chartId: string;
  /** Those in force for it. */
  policies: TrustPolicy[];
  /** By manifest digest. */
  versions: ReadonlyMap<string, VersionMark>;
  /** Of the digests asked for that are versions of the chart. */
  verdicts: ReadonlyMap<string, VerdictBrief>;
}

/** Reads what is known of some charts, with verdicts on some digests only. Two queries, however many they are. */
export async function readChartUses(
  context: StoreContext,
  charts: readonly ChartRow[],
  digests: readonly string[],
): Promise<Map<string, ChartUse>> {
  const ids = charts.map(({ chart_id }) => chart_id);
  const marks = groupBy(
    await listVersionMarks(context.database, ids),
    ({ chart_id }) => chart_id,
  );
  const stored = groupBy(
    await listVerdictsOf(context.database, ids, digests),
    ({ chart_id }) => chart_id,
  );
  return new Map(
    charts.map(chart => {
      const versions = new Map(
        (marks.get(chart.chart_id) ?? []).map(mark => [mark.digest, mark]),
      );
      const verdicts = new Map(
        (stored.get(chart.chart_id) ?? []).map(row => [
          row.digest,
          row.verdict,
        ]),
      );
      return [
        chart.chart_id,
        {
          chartId: chart.chart_id,
          policies: policiesIn(context, chart),
          versions,
          verdicts: briefsOf(context, chart, digests, versions, verdicts),
        },
      ];
    }),
  );
}

function policiesIn(
  { policies }: StoreContext,
  chart: ChartRow,
): TrustPolicy[] {
  return policiesOf(chartRecordOf(chart)).flatMap(
    name => policies.get(name) ?? [],
  );
}

function briefsOf(
  context: StoreContext,
  chart: ChartRow,
  digests: readonly string[],
  versions: ChartUse['versions'],
  verdicts: ReadonlyMap<string, string>,
): Map<string, VerdictBrief> {
  const freshness = freshnessInputOf(context, chart);
  return new Map(
    digests
      .filter(digest => versions.has(digest))
      .map(digest => {
        const verdict = verdicts.get(digest) ?? null;
        const { status, reasons } = applyFreshness(
          storedVerdictOf(verdict, freshness.now),
          freshness,
        );
        const [{ code, message }] = reasons;
        return [digest, { status, reason: { code, message } }];
      }),
  );
}
