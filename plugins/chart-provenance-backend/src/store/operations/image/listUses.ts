import { Database } from '../../database';
import { ImageUseRow, VersionTableRow } from '../../rows';

/** A version that names an image, with where that was read off. */
export type UseRow = Pick<
  ImageUseRow,
  'chart_id' | 'digest' | 'written' | 'image_digest'
> &
  Pick<VersionTableRow, 'version'> & { chosen: string };

/** What is looked for: a digest, or part of a name. */
export type UseQuery = { digest: string } | { part: string };

/** Reads the versions that name an image, by its name, chart and version, the highest first. */
export async function listUses(
  database: Database,
  query: UseQuery,
  limit: number,
): Promise<UseRow[]> {
  return database('image_uses')
    .join('chart_images', join =>
      join
        .on('chart_images.chart_id', 'image_uses.chart_id')
        .andOn('chart_images.digest', 'image_uses.digest'),
    )
    .join('versions', join =>
      join
        .on('versions.chart_id', 'image_uses.chart_id')
        .andOn('versions.digest', 'image_uses.digest'),
    )
    .join('charts', 'charts.chart_id', 'image_uses.chart_id')
    .where('charts.claimed', true)
    .where(asked => {
      if ('digest' in query) {
        asked.where('image_uses.image_digest', query.digest);
      } else {
        // Not by LIKE, which gives some characters a meaning of their own.
        const position = String(database.client.config.client).includes('pg')
          ? 'strpos(image_uses.name, ?) > 0'
          : 'instr(image_uses.name, ?) > 0';
        asked.whereRaw(position, [query.part]);
      }
    })
    .orderBy('image_uses.name')
    .orderBy('image_uses.chart_id')
    .orderBy('versions.sort_key', 'desc')
    .orderBy('image_uses.digest')
    .orderBy('image_uses.position')
    .limit(limit)
    .select(
      'image_uses.chart_id',
      'image_uses.digest',
      'image_uses.written',
      'image_uses.image_digest',
      'versions.version',
      'chart_images.chosen',
    );
}
