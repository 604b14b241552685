import { Database } from '../../database';
import { ImageVerdictRow } from '../../rows';

/** Writes what is known of one reference of an image. */
export async function putVerdict(
  tx: Database,
  row: ImageVerdictRow,
): Promise<void> {
  await tx<ImageVerdictRow>('image_verdicts')
    .insert(row)
    .onConflict(['name', 'reference'])
    .merge();
}
