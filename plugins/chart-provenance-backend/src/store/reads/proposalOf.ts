import {
  Signer,
  Verification,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';
import { Database } from '../database';
import { listVerifications } from '../operations/evidence/listVerifications';
import { fromJson } from '../rows';

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
  const signers = rows
    .map(row => fromJson<Verification>(row.verification))
    .filter(
      ({ outcome, subjects }) =>
        outcome === 'proven' && subjects?.includes(newest.digest),
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
    default:
      return JSON.stringify([signer.root, signer.issuer, signer.subject]);
  }
}
