import { chunk } from '../../chunk';
import { Database } from '../../database';
import { SbomTableRow } from '../../rows';

/** Writes which SBOMs of a version are proven by the signer of its verdict: those of these pieces of evidence, and no others. */
export async function markVouched(
  tx: Database,
  chartId: string,
  subject: string,
  evidence: readonly string[],
): Promise<void> {
  const ofVersion = () =>
    tx<SbomTableRow>('sboms').where({ chart_id: chartId, subject });
  await ofVersion().where('vouched', true).update({ vouched: false });
  for (const some of chunk(evidence)) {
    await ofVersion().whereIn('digest', some).update({ vouched: true });
  }
}
