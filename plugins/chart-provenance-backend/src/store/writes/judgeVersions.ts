import { Database } from '../database';
import { chunk } from '../chunk';
import { listVersionFacts } from '../operations/version/listVersionFacts';
import { upsertVerdicts } from '../operations/verdict/upsertVerdicts';
import { chartRecordOf } from '../chartRecordOf';
import { ChartRow, toJson, VerdictRow } from '../rows';
import { ChartJudge, Judged } from '../types';
import { attachmentsOf } from './attachmentsOf';
import { Judgeable, readJudgeable } from './readJudgeable';

/** Versions whose evidence is held at a time: how much there is of it is up to publishers. */
const BATCH = 50;

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
    for (const judgeable of await readJudgeable(tx, chart.chart_id, some)) {
      const judged = judge.judge(record, judgeable.version);
      if (judged) {
        rows.push(rowOf(chart, judgeable, judged));
      }
    }
    await upsertVerdicts(tx, rows);
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
    sbom: orNull(attachments.sbom),
    provenance: orNull(attachments.provenance),
    decided_at: verdict.decidedAt,
    last_verified_at: lastVerifiedAt,
  };
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
