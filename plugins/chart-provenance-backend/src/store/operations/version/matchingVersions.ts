import { VerdictStatus } from 'backstage-plugin-chart-provenance-common';
import { Knex } from 'knex';
import { Database } from '../../database';
import { whereOnRoots } from '../../rootsColumn';

/** Which stored verdicts. */
export interface StatusMatch {
  statuses: VerdictStatus[];
  /** Verified versions that stand on one of these are matched as `indeterminate` instead. */
  staleRoots: readonly string[];
}

/** Which versions of a chart. */
export interface VersionMatch {
  chartId: string;
  /** Stored statuses to include; undefined for all. */
  statuses?: StatusMatch;
  /** Substring of version, tag or digest, in any case. */
  text?: string;
  prereleases: boolean;
}

/** The query over a chart's versions and their verdicts that listing and counting share. */
export function matchingVersions(
  database: Database,
  match: VersionMatch,
): Knex.QueryBuilder {
  const query = database('versions')
    .leftJoin('verdicts', join =>
      join
        .on('verdicts.chart_id', 'versions.chart_id')
        .andOn('verdicts.digest', 'versions.digest'),
    )
    .where('versions.chart_id', match.chartId);
  if (match.statuses) {
    withStatus(query, match.statuses);
  }
  if (match.text) {
    withText(database, query, match.text);
  }
  if (!match.prereleases) {
    query.andWhere('versions.prerelease', false);
  }
  return query;
}

function withStatus(
  query: Knex.QueryBuilder,
  { statuses, staleRoots }: StatusMatch,
) {
  const demoted = staleRoots.length > 0;
  const others = statuses.filter(one => !demoted || one !== 'verified');
  query.andWhere(either => {
    either.whereIn('verdicts.status', others);
    if (statuses.includes('indeterminate')) {
      either.orWhereNull('verdicts.status');
    }
    const taken = statuses.includes('verified');
    const asDemoted = statuses.includes('indeterminate');
    if (demoted && (taken || asDemoted)) {
      either.orWhere(verified => {
        verified.where('verdicts.status', 'verified');
        if (taken !== asDemoted) {
          whereOnRoots(verified, staleRoots, asDemoted);
        }
      });
    }
  });
}

function withText(database: Database, query: Knex.QueryBuilder, text: string) {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  query.andWhere(either =>
    either
      .whereRaw(`versions.search like ? escape '\\'`, [pattern])
      .orWhereExists(
        database('tags')
          .whereRaw('tags.chart_id = versions.chart_id')
          .whereRaw('tags.digest = versions.digest')
          .where('tags.present', true)
          .whereRaw(`lower(tags.tag) like ? escape '\\'`, [pattern])
          .select('tags.tag'),
      ),
  );
}
