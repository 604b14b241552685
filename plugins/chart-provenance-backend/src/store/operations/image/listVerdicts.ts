import { chunk } from '../../chunk';
import { Database } from '../../database';
import { ImageVerdictRow } from '../../rows';

/** Reads what is known of some references of an image, or of all. */
export async function listVerdicts(
  database: Database,
  name: string,
  references?: readonly string[],
): Promise<ImageVerdictRow[]> {
  const all = () =>
    database<ImageVerdictRow>('image_verdicts').where('name', name);
  if (!references) {
    return all();
  }
  const rows: ImageVerdictRow[] = [];
  for (const some of chunk(references)) {
    rows.push(...(await all().whereIn('reference', some)));
  }
  return rows;
}
