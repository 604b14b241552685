import { Signer, VersionRow } from 'backstage-plugin-chart-provenance-common';
import { Database } from '../database';
import { listVerifications } from '../operations/evidence/listVerifications';
import { VerificationRow } from '../rows';
import { storedVerificationOf } from '../storedEvidenceOf';

/**
 * When nobody has said who may sign: the one signer proven for exactly this digest. Several different ones are no proposal;
 * the operator then has to look.
 */
export async function proposalOf(
  database: Database,
  chartId: string,
  newest: VersionRow,
): Promise<Signer | null> {
  if (newest.verdict.reason.code !== 'no-policy') {
    return null;
  }
  const rows = await listVerifications(database, chartId, [newest.digest]);
  return soleSigner(rows, newest.digest);
}

/** The one signer that is proven for exactly this digest; null when there is none, or when there are several. */
export function soleSigner(
  rows: readonly VerificationRow[],
  digest: string,
): Signer | null {
  const signers = rows
    .flatMap(row => storedVerificationOf(row) ?? [])
    .filter(
      ({ outcome, subjects }) =>
        outcome === 'proven' && subjects?.includes(digest),
    )
    .flatMap(({ signer }) => signer ?? []);
  return new Set(signers.map(identityOf)).size === 1 ? signers[0] : null;
}

function identityOf(signer: Signer): string {
  switch (signer.kind) {
    case 'key':
      return JSON.stringify([signer.key]);
    case 'pgp':
      return JSON.stringify(['keyring', signer.keyring]);
    case 'x509':
      return JSON.stringify(['store', signer.store, signer.subject]);
    default:
      return JSON.stringify([signer.root, signer.issuer, signer.subject]);
  }
}
