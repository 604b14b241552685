import { SignedEntity, TrustMaterial, Verifier } from '@sigstore/verify';
import { Thresholds } from '../types';
import {
  assertWholeEnvelopeEntry,
  isWholeEnvelopeEntry,
} from './wholeEnvelopeEntry';

/**
 * Verifies logs, times, certificate and signature. Entries of a kind the verifier does not know are proven here first.
 *
 * @param storedEnvelope - the envelope as it was stored, where it was.
 * @throws what the verifier throws, and NotProven.
 */
export function runVerifier(
  entity: SignedEntity,
  material: TrustMaterial,
  thresholds: Thresholds,
  storedEnvelope: Buffer | undefined,
): void {
  const old = entity.tlogEntries.filter(isWholeEnvelopeEntry);
  old.forEach(entry =>
    assertWholeEnvelopeEntry(entry, storedEnvelope, material.tlogs),
  );
  const { tlog, ctlog, timestamp } = thresholds;
  new Verifier(material, {
    // One at most: cosign wrote no more of them, and copies must not add up.
    tlogThreshold: Math.max(0, tlog - Math.min(1, old.length)),
    ctlogThreshold: ctlog,
    timestampThreshold: timestamp,
  }).verify({
    ...entity,
    tlogEntries: entity.tlogEntries.filter(each => !old.includes(each)),
  });
}
