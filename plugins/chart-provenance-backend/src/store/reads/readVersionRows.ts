import { Verdict, VersionRow } from 'backstage-plugin-chart-provenance-common';
import { listTags } from '../operations/tag/listTags';
import { VersionListRow } from '../operations/version/VersionListRow';
import { fromJson } from '../rows';
import { storedVerdictOf } from '../storedVerdictOf';
import { ChartView, shownVerdict } from './ChartView';
import { StoreContext } from './StoreContext';

/** The version rows of the API, in the order given, judged as of now. */
export async function readVersionRows(
  context: StoreContext,
  view: ChartView,
  rows: VersionListRow[],
): Promise<VersionRow[]> {
  const tags = await listTags(
    context.database,
    view.chartId,
    rows.map(row => row.digest),
  );
  const tagsAt = new Map<string, VersionRow['tags']>();
  for (const { tag, digest, moves, present } of tags) {
    if (present) {
      tagsAt.set(digest, [...(tagsAt.get(digest) ?? []), { tag, moves }]);
    }
  }
  return rows.map(row => ({
    digest: row.digest,
    version: row.version,
    name: row.name,
    appVersion: row.app_version,
    chartLayerDigest: row.chart_layer_digest,
    publishedAt: row.published_at,
    firstSeenAt: row.first_seen_at,
    prerelease: Boolean(row.prerelease),
    newest: row.digest === view.newestDigest,
    tags: (tagsAt.get(row.digest) ?? []).sort(byTag),
    ...judgedPart(row, view),
  }));
}

/** The stored verdict of a row, or the one that says that there is none yet. */
export function storedVerdict(row: VersionListRow): Verdict {
  return storedVerdictOf(row.verdict, row.first_seen_at);
}

function judgedPart(
  row: VersionListRow,
  view: ChartView,
): Pick<VersionRow, 'verdict' | 'sbom' | 'provenance'> {
  const verdict = shownVerdict(storedVerdict(row), view);
  const [reason] = verdict.reasons;
  const isVerified = verdict.status === 'verified';
  return {
    verdict: {
      status: verdict.status,
      reason: { code: reason.code, message: reason.message },
      signer: verdict.signer ?? null,
      lastVerifiedAt: verdict.lastVerifiedAt ?? null,
    },
    sbom: attached<NonNullable<VersionRow['sbom']>>(row.sbom, isVerified),
    provenance: attached<NonNullable<VersionRow['provenance']>>(
      row.provenance,
      isVerified,
    ),
  };
}

function attached<T extends { verified: boolean }>(
  column: string | null,
  isVerified: boolean,
): T | null {
  if (column === null) {
    return null;
  }
  const attachment = fromJson<T>(column);
  return isVerified ? attachment : { ...attachment, verified: false };
}

function byTag(a: { tag: string }, b: { tag: string }): number {
  return a.tag < b.tag ? -1 : 1;
}
