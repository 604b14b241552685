import { Database } from '../../database';

/** Reads the names of the charts that a legacy repository lists now; with `ever`, also of those it listed before. */
export async function listLegacyNames(
  database: Database,
  url: string,
  { ever = false }: { ever?: boolean } = {},
): Promise<string[]> {
  const rows = await database('legacy_versions')
    .where(ever ? { url } : { url, present: true })
    .distinct<{ name: string }[]>('name');
  return rows.map(({ name }) => name).sort();
}
