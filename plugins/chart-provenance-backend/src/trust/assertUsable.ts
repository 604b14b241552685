import { TrustBasis } from '../store';
import { CLOCK_TOLERANCE_MS } from './freshnessOf';
import { isOlder } from './isOlder';
import { TrustFailure } from './TrustFailure';
import { TufSource, VerifiedMetadata } from './types';
import { unusableBecause } from './unusableBecause';

/** What signed metadata is held against before it is taken. */
export interface UsableContext {
  source: TufSource;
  /** The versions in the table, whether their bytes verify or not. */
  stored: TrustBasis | undefined;
  now: () => Date;
  production: boolean;
}

/**
 * Metadata is taken that counts now, by a clock that can be right; that is not older than what is stored, even where what is stored cannot be
 * verified here; and that vouches for a trusted root which can be used.
 *
 * @throws TrustFailure
 */
export function assertUsable(
  verified: VerifiedMetadata,
  { source, stored, now, production }: UsableContext,
): void {
  assertTimes(verified, now());
  if (stored && isOlder(verified, stored)) {
    throw new TrustFailure(
      'not-genuine',
      `The repository serves root version ${verified.rootVersion} and timestamp version ${verified.timestampVersion}, older than versions ${stored.rootVersion} and ${stored.timestampVersion} that were stored before.`,
    );
  }
  for (const { id, thresholds } of source.roots) {
    const { trustedRoot } = verified;
    const problem = unusableBecause(
      { id, type: 'tuf', trustedRoot, thresholds },
      production,
    );
    if (problem) {
      throw new TrustFailure(
        'unusable',
        `The new trusted root is not taken. ${problem}`,
      );
    }
  }
}

/** Once more by this clock: tuf-js asks the system's, and only about some of it. */
function assertTimes(
  { signedUntil, signedAt }: VerifiedMetadata,
  now: Date,
): void {
  if (now.getTime() >= Date.parse(signedUntil)) {
    throw new TrustFailure(
      'expired',
      `What the repository serves counted until ${signedUntil}.`,
    );
  }
  if (
    signedAt !== null &&
    Date.parse(signedAt) - now.getTime() > CLOCK_TOLERANCE_MS
  ) {
    throw new TrustFailure(
      'clock',
      `What the repository serves was signed at ${signedAt}, and this backend's clock shows ${now.toISOString()}: correct the clock.`,
    );
  }
}
