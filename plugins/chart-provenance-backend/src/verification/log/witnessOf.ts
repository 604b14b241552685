import { Bundle } from '@sigstore/bundle';
import { SignedEntity } from '@sigstore/verify';
import { Proof } from '../Proof';
import { SignedContent } from '../signature/SignedContent';
import { PreparedKey } from '../trust/prepareKey';
import { PreparedRoot } from '../trust/prepareRoot';
import { assertLogEntries } from './assertLogEntries';
import { leafHash } from './leafHash';
import { runVerifier } from './runVerifier';
import { verifiedTimes } from './verifiedTimes';

/** What bears witness of a signature by a key. */
export type Witnessed = Pick<Proof, 'verifiedTimes' | 'logEntries'>;

const NOTHING: Witnessed = { verifiedTimes: [], logEntries: [] };

/**
 * When a signature by a key was made and where it was logged, as proven by the logs and timestamp authorities of one root. Roots are
 * tried one after the other, never together.
 *
 * @returns what the first root proves that proves every entry and timestamp of the bundle; nothing when none does.
 */
export function witnessOf(
  bundle: Bundle,
  content: SignedContent,
  key: PreparedKey,
  roots: readonly PreparedRoot[],
): Witnessed {
  const { tlogEntries, timestampVerificationData } =
    bundle.verificationMaterial;
  if (
    tlogEntries.length === 0 &&
    !timestampVerificationData?.rfc3161Timestamps.length
  ) {
    return NOTHING;
  }
  for (const root of roots) {
    try {
      const entity = content.toEntity();
      assertLogEntries(entity.tlogEntries, { type: 'key', der: key.der });
      verifyTimes(entity, key, root, content.storedEnvelope);
      return {
        verifiedTimes: verifiedTimes(entity),
        logEntries: entity.tlogEntries.map(leafHash),
      };
    } catch {
      // Not under this root. The signature itself stands without a time.
    }
  }
  return NOTHING;
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
