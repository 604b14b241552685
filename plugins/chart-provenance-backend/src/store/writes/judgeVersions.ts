import { Database } from '../database';
import { chunk } from '../chunk';
import { listVersionFacts } from '../operations/version/listVersionFacts';
import { replaceReach } from '../operations/distrust/replaceReach';
import { markVouched } from '../operations/sbom/markVouched';
import { upsertVerdicts } from '../operations/verdict/upsertVerdicts';
import { chartRecordOf } from '../chartRecordOf';
import { ChartRow, DistrustedVersionRow, toJson, VerdictRow } from '../rows';
import { rootsColumn } from '../rootsColumn';
import { ChartJudge, Judged } from '../types';
import { attachmentsOf } from './attachmentsOf';
import { Judgeable, readJudgeable } from './readJudgeable';

/** Versions whose evidence is held at a time: how much there is of it is up to publishers, some 5 MB a version at most. */
const BATCH = 10;

/**
 * Judges some versions of a chart, or all, from what the transaction sees, and writes the verdicts whose key changed. Answers
 * how many those were. The chart's row must be locked.
 */
export async function judgeVersions(
  tx: Database,
  chart: ChartRow,
  judge: ChartJudge,
  digests?: readonly string[],
): Promise<number> {
  const record = chartRecordOf(chart);
  const chosen =
    digests ??
    (await listVersionFacts(tx, chart.chart_id)).map(({ digest }) => digest);
  let written = 0;
  for (const some of chunk(chosen, BATCH)) {
    const rows: VerdictRow[] = [];
    const reached: DistrustedVersionRow[] = [];
    const vouched: [string, string[]][] = [];
    for (const judgeable of await readJudgeable(tx, chart.chart_id, some)) {
      const judged = judge.judge(record, judgeable.version);
      if (judged) {
        rows.push(rowOf(chart, judgeable, judged));
        reached.push(...reachOf(chart, judgeable, judged));
        vouched.push([judgeable.version.digest, vouchedBy(judged)]);
      }
    }
    await upsertVerdicts(tx, rows);
    await replaceReach(
      tx,
      chart.chart_id,
      rows.map(({ digest }) => digest),
      reached,
    );
    for (const [digest, evidence] of vouched) {
      await markVouched(tx, chart.chart_id, digest, evidence);
    }
    written += rows.length;
  }
  return written;
}

function rowOf(
  chart: ChartRow,
  { version, previous }: Judgeable,
  { key, verdict, vouched }: Judged,
): VerdictRow {
  const isVerified = verdict.status === 'verified';
  const lastVerifiedAt = isVerified
    ? verdict.decidedAt
    : lastVerified(chart, previous);
  const attachments = attachmentsOf(version, vouched);
  const orNull = (value: unknown) => (value ? toJson(value) : null);
  return {
    chart_id: chart.chart_id,
    digest: version.digest,
    status: verdict.status,
    verdict: toJson(
      isVerified || lastVerifiedAt === null
        ? verdict
        : { ...verdict, lastVerifiedAt },
    ),
    verdict_key: key,
    roots: rootsColumn(verdict),
    sbom: orNull(attachments.sbom),
    provenance: orNull(attachments.provenance),
    decided_at: verdict.decidedAt,
    last_verified_at: lastVerifiedAt,
  };
}

function reachOf(
  { chart_id }: ChartRow,
  { version: { digest } }: Judgeable,
  { distrustedBy }: Judged,
): DistrustedVersionRow[] {
  return distrustedBy.map(entry_id => ({ chart_id, digest, entry_id }));
}

function vouchedBy({ vouched }: Judged): string[] {
  return [...new Set(vouched.map(({ evidence }) => evidence))];
}

/** A verified verdict held until the last successful look before this one. */
function lastVerified(
  chart: ChartRow,
  previous: Judgeable['previous'],
): string | null {
  return previous?.status === 'verified'
    ? latest(chart.last_success_at, previous.decided_at)
    : previous?.last_verified_at ?? null;
}

function latest(a: string | null, b: string): string {
  return a !== null && a > b ? a : b;
}
