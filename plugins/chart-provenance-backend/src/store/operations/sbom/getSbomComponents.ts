import { Database } from '../../database';
import { SbomTableRow } from '../../rows';

/** Reads the packed components of an SBOM. The triple is exact: equal digests elsewhere lend nothing. */
export async function getSbomComponents(
  database: Database,
  key: Pick<SbomTableRow, 'chart_id' | 'subject' | 'digest'>,
): Promise<Pick<SbomTableRow, 'components'> | undefined> {
  return database<SbomTableRow>('sboms').where(key).first('components');
}
