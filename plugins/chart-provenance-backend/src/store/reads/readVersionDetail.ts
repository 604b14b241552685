import {
  atPresent,
  ChartFacts,
  EvidenceRow,
} from 'backstage-plugin-chart-provenance-common';
import { freshnessOf } from '../freshness';
import { getNextTry } from '../operations/chart/getNextTry';
import { listDownloadable } from '../operations/evidence/listDownloadable';
import { listEvidence } from '../operations/evidence/listEvidence';
import { listVerifications } from '../operations/evidence/listVerifications';
import { listTagsEverAt } from '../operations/tag/listTagsEverAt';
import { getVersion } from '../operations/version/getVersion';
import { provenanceFileOf } from '../provenanceFileOf';
import { ChartRow, fromJson } from '../rows';
import { StoredVersionDetail } from '../types';
import { shownVerdict, viewOf } from './ChartView';
import { storedEvidenceOf, storedVerificationOf } from '../storedEvidenceOf';
import { readChartContents } from './contents/readChartContents';
import { readTagHistories } from './readTagHistories';
import { readVersionRows, storedVerdict } from './readVersionRows';
import { StoreContext } from './StoreContext';

/** Everything stored about one version, as of now. */
export async function readVersionDetail(
  context: StoreContext,
  chart: ChartRow,
  digest: string,
): Promise<StoredVersionDetail | undefined> {
  const { database } = context;
  const row = await getVersion(database, chart.chart_id, digest);
  if (!row) {
    return undefined;
  }
  const view = await viewOf(context, chart);
  const everAt = await listTagsEverAt(database, chart.chart_id, [digest]);
  const [[versionRow], next, evidence, tags] = await Promise.all([
    readVersionRows(context, view, [row]),
    getNextTry(database, chart.chart_id),
    readEvidence(context, chart.chart_id, digest),
    readTagHistories(
      database,
      chart.chart_id,
      everAt.map(({ tag }) => tag).sort(),
    ),
  ]);
  const facts = fromJson<ChartFacts>(row.facts);
  return {
    chartId: chart.chart_id,
    reference: `oci://${chart.registry}/${chart.repository}@${digest}`,
    row: versionRow,
    verdict: shownVerdict(storedVerdict(row), view),
    freshness: freshnessOf(chart, view.stale, next),
    evidence: [
      ...evidence,
      ...provenanceFileOf(row, evidence).map(file => ({
        ...file,
        verifications: [],
        downloadable: false,
        firstSeenAt: row.first_seen_at,
        present: true,
      })),
    ],
    tags,
    chart: facts,
    contents: await readChartContents(context, chart, digest, facts),
  };
}

/** Outcomes as of now: what nothing proves the time of ends with its key. */
async function readEvidence(
  { database, now }: StoreContext,
  chartId: string,
  subject: string,
): Promise<EvidenceRow[]> {
  const [rows, verifications, downloadable] = await Promise.all([
    listEvidence(database, chartId, [subject]),
    listVerifications(database, chartId, [subject]),
    listDownloadable(database, chartId, subject),
  ]);
  const at = now().toISOString();
  return rows.map(row => ({
    ...storedEvidenceOf(row),
    verifications: verifications
      .filter(({ digest }) => digest === row.digest)
      .flatMap(outcome => storedVerificationOf(outcome) ?? [])
      .map(verification => atPresent(verification, at)),
    downloadable: downloadable.has(row.digest),
    firstSeenAt: row.first_seen_at,
    present: Boolean(row.present),
  }));
}
