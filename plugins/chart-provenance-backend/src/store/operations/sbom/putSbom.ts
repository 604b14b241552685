import { Database } from '../../database';
import { SbomTableRow } from '../../rows';

/** Writes what was read of an SBOM. Who vouches for it is left as it was: that is decided with the verdict. */
export async function putSbom(
  tx: Database,
  row: Omit<SbomTableRow, 'vouched'>,
): Promise<void> {
  await tx<SbomTableRow>('sboms')
    .insert({ ...row, vouched: false })
    .onConflict(['chart_id', 'subject', 'digest'])
    .merge([
      'label',
      'created_at',
      'tools',
      'component_count',
      'cut',
      'problem',
      'components',
    ]);
}
