import { Database } from '../../database';
import { SbomTableRow } from '../../rows';

/** Removes what was read of a piece of evidence as an SBOM. */
export async function deleteSbom(
  tx: Database,
  key: Pick<SbomTableRow, 'chart_id' | 'subject' | 'digest'>,
): Promise<void> {
  await tx<SbomTableRow>('sboms').where(key).delete();
}
