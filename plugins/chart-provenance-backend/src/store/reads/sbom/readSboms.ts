import { SbomDocument } from 'backstage-plugin-chart-provenance-common';
import { z } from 'zod';
import { findLowerWithSbom } from '../../operations/sbom/findLowerWithSbom';
import { listSboms, SbomListRow } from '../../operations/sbom/listSboms';
import { getVersion } from '../../operations/version/getVersion';
import { ChartRow } from '../../rows';
import { VersionSboms } from '../../SbomStore';
import { shownVerdict, viewOf } from '../ChartView';
import { storedVerdict } from '../readVersionRows';
import { StoreContext } from '../StoreContext';

const toolsSchema = z.array(z.string());

/** The SBOMs of a version. */
export async function readSbomsOf(
  context: StoreContext,
  chart: ChartRow,
  digest: string,
): Promise<VersionSboms | undefined> {
  const row = await getVersion(context.database, chart.chart_id, digest);
  if (!row) {
    return undefined;
  }
  const view = await viewOf(context, chart);
  const isVerified =
    shownVerdict(storedVerdict(row), view).status === 'verified';
  const rows = await listSboms(context.database, chart.chart_id, [digest]);
  return {
    digest,
    version: row.version,
    documents: rows
      .sort((a, b) => (rankOf(a, isVerified) < rankOf(b, isVerified) ? 1 : -1))
      .map(sbom => documentOf(sbom, isVerified)),
  };
}

/** The SBOMs of the version that another is compared with. */
export async function readSbomsBefore(
  context: StoreContext,
  chart: ChartRow,
  digest: string,
  verified: boolean,
): Promise<VersionSboms | undefined> {
  const { database } = context;
  const chartId = chart.chart_id;
  const row = await getVersion(database, chartId, digest);
  if (!row) {
    return undefined;
  }
  const { doubtful } = await viewOf(context, chart);
  const lower = { chartId, sortKey: row.sort_key };
  const vouched =
    verified && !doubtful
      ? await findLowerWithSbom(database, { ...lower, vouched: true })
      : undefined;
  const before =
    vouched ??
    (await findLowerWithSbom(database, { ...lower, vouched: false }));
  return before && readSbomsOf(context, chart, before.digest);
}

function documentOf(row: SbomListRow, isVerified: boolean): SbomDocument {
  return {
    evidence: row.digest,
    label: row.label,
    verified: isVerified && Boolean(row.vouched),
    present: Boolean(row.present),
    createdAt: row.created_at,
    tools: toolsOf(row),
    componentCount: row.component_count,
    cut: Boolean(row.cut),
    problem: row.problem,
  };
}

/** Damaged, they are none: the SBOM itself may be whole. */
function toolsOf({ tools }: SbomListRow): string[] {
  try {
    return toolsSchema.parse(JSON.parse(tools));
  } catch {
    return [];
  }
}

/** When it was first seen here is known; when it was made is what its writer says. */
function rankOf(row: SbomListRow, isVerified: boolean): string {
  return [
    Number(isVerified && Boolean(row.vouched)),
    Number(Boolean(row.present)),
    Number(row.problem === null),
    row.first_seen_at,
    row.created_at ?? '',
    row.digest,
  ].join(' ');
}
