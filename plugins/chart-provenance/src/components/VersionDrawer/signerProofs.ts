import {
  EvidenceRow,
  Signer,
  Verification,
} from 'backstage-plugin-chart-provenance-common';

/**
 * What is proven beside who signed, over all that this very signer signed of the version.
 *
 * @internal
 */
export interface SignerProofs {
  /** ISO times that a log or a timestamp authority proves. */
  times: string[];
  /** Leaf hashes, hex. */
  logEntries: string[];
  /** What was not checked. */
  gaps: string[];
}

/**
 * Collects them from the evidence that is proven to be this signer's.
 *
 * @internal
 */
export function signerProofs(
  signer: Signer,
  evidence: EvidenceRow[],
): SignerProofs {
  const own = evidence
    .flatMap(row => row.verifications)
    .filter(
      ({ outcome, signer: proven }) =>
        outcome === 'proven' &&
        proven !== undefined &&
        nameOf(proven) === nameOf(signer),
    );
  return {
    times: distinct(own, ({ verifiedTimes }) => verifiedTimes),
    logEntries: distinct(own, ({ logEntries }) => logEntries),
    gaps: distinct(own, ({ gaps }) => gaps),
  };
}

function distinct(
  verifications: Verification[],
  of: (verification: Verification) => string[] | undefined,
): string[] {
  return [...new Set(verifications.flatMap(each => of(each) ?? []))].sort();
}

function nameOf(signer: Signer): string {
  switch (signer.kind) {
    case 'key':
      return JSON.stringify([signer.key, signer.fingerprint]);
    case 'pgp':
      return JSON.stringify([signer.keyring, signer.fingerprint]);
    case 'x509':
      return JSON.stringify([signer.store, signer.fingerprint]);
    default:
      return JSON.stringify([signer.root, signer.issuer, signer.subject]);
  }
}
