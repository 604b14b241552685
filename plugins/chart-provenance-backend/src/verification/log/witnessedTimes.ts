import { Bundle } from '@sigstore/bundle';
import { SignedEntity } from '@sigstore/verify';
import { SignedContent } from '../signature/SignedContent';
import { PreparedKey } from '../trust/prepareKey';
import { PreparedRoot } from '../trust/prepareRoot';
import { assertLogEntries } from './assertLogEntries';
import { runVerifier } from './runVerifier';
import { verifiedTimes } from './verifiedTimes';

/**
 * When a signature by a key was made, as proven by the logs and timestamp authorities of one root. Roots are tried one after
 * the other, never together.
 *
 * @returns ISO times of the first root that proves every entry and timestamp of the bundle; empty when none does.
 */
export function witnessedTimes(
  bundle: Bundle,
  content: SignedContent,
  key: PreparedKey,
  roots: readonly PreparedRoot[],
): string[] {
  const { tlogEntries, timestampVerificationData } =
    bundle.verificationMaterial;
  if (
    tlogEntries.length === 0 &&
    !timestampVerificationData?.rfc3161Timestamps.length
  ) {
    return [];
  }
  for (const root of roots) {
    try {
      const entity = content.toEntity();
      assertLogEntries(entity.tlogEntries, { type: 'key', der: key.der });
      verifyTimes(entity, key, root, content.storedEnvelope);
      return verifiedTimes(entity);
    } catch {
      // Not under this root. The signature itself stands without a time.
    }
  }
  return [];
}

function verifyTimes(
  entity: SignedEntity,
  { publicKey }: PreparedKey,
  { material, thresholds }: PreparedRoot,
  storedEnvelope: Buffer | undefined,
): void {
  if (!material || !publicKey) {
    throw new Error('not usable');
  }
  runVerifier(
    entity,
    {
      ...material,
      // The key's own window is judged by the times found here.
      publicKey: () => ({ publicKey, validFor: () => true }),
    },
    thresholds,
    storedEnvelope,
  );
}
