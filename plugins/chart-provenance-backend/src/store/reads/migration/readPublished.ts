import {
  applyFreshness,
  FreshnessInput,
  isStale,
  MigrationFacts,
  PublishedVersion,
} from 'backstage-plugin-chart-provenance-common';
import { groupBy } from '../../groupBy';
import { getChart } from '../../operations/chart/getChart';
import { listRepublished } from '../../operations/tag/listRepublished';
import { listTags } from '../../operations/tag/listTags';
import { listVersions } from '../../operations/version/listVersions';
import { VersionListRow } from '../../operations/version/VersionListRow';
import { fromNullableJson, TagRow } from '../../rows';
import { freshnessInputOf } from '../ChartView';
import { storedVerdict } from '../readVersionRows';
import { StoreContext } from '../StoreContext';
import { republishedOf } from './republishedOf';

const MAX_VERSIONS = 5_000;

/** What phases and checks are decided from, of one chart in its registry, as of now. See `MigrationStore.published`. */
export async function readPublished(
  context: StoreContext,
  chartId: string,
): Promise<
  Pick<MigrationFacts, 'index' | 'versions' | 'versionsComplete'> | undefined
> {
  const { database } = context;
  const chart = await getChart(database, chartId);
  if (!chart) {
    return undefined;
  }
  const match = { chartId, prereleases: true };
  const rows = await listVersions(database, match, { limit: MAX_VERSIONS + 1 });
  const tags = await listTags(database, chartId);
  const republished = republishedOf(await listRepublished(database, chartId));
  const tagsAt = groupBy(
    tags.filter(({ present }) => present),
    ({ digest }) => digest,
  );
  const freshness = freshnessInputOf(context, chart);
  const { lastSuccessAt, maxStalenessMs, now, problem } = freshness;
  return {
    index: {
      state: chart.state,
      stale: isStale(lastSuccessAt, maxStalenessMs, now),
      lastSuccessAt,
      problem: problem?.message ?? null,
    },
    versionsComplete: rows.length <= MAX_VERSIONS,
    versions: rows.slice(0, MAX_VERSIONS).map(row => ({
      ...publishedOf(row, freshness),
      tags: (tagsAt.get(row.digest) ?? []).map(tagOf),
      republished: republished.get(row.digest) ?? [],
    })),
  };
}

function tagOf({ tag, moves, rolled_back_from }: TagRow) {
  return { tag, moves, rolledBackFrom: rolled_back_from };
}

function publishedOf(
  row: VersionListRow,
  freshness: FreshnessInput,
): Omit<PublishedVersion, 'tags' | 'republished'> {
  const verdict = applyFreshness(storedVerdict(row), freshness);
  // An attachment is proven by the signer of a verdict that is verified now; one that is not proves nothing.
  const isVerified = verdict.status === 'verified';
  const provenIn = (column: string | null) => {
    const attached = fromNullableJson<{ verified: boolean }>(column);
    return attached && attached.verified && isVerified;
  };
  return {
    digest: row.digest,
    version: row.version,
    chartLayerDigest: row.chart_layer_digest,
    prerelease: Boolean(row.prerelease),
    publishedAt: row.published_at,
    firstSeenAt: row.first_seen_at,
    verdict: verdict.status,
    reason: verdict.reasons[0].message,
    sbomProven: provenIn(row.sbom),
    provenanceProven: provenIn(row.provenance),
  };
}
