import { witnessOf } from './log/witnessOf';
import { NotProven } from './outcome/NotProven';
import { OpenedEvidence } from './opened/OpenedEvidence';
import { Proof } from './Proof';
import { PreparedKey } from './trust/prepareKey';
import { PreparedRoot } from './trust/prepareRoot';

/**
 * Proves a signature by one key. No log is needed for the signature itself; times come from the first root whose logs and
 * authorities vouch for the whole bundle, and a key with a window needs one.
 *
 * @throws NotProven, or whatever reading the bundle throws: see `mapFailure`.
 */
export function proveUnderKey(
  { bundle, signed }: OpenedEvidence,
  key: PreparedKey,
  roots: readonly PreparedRoot[],
): Proof {
  const { content } = bundle.verificationMaterial;
  if (!key.publicKey) {
    throw new NotProven('verifier-failed', key.detail);
  }
  if (content.$case !== 'publicKey') {
    throw new NotProven(
      'untrusted-key',
      'It was signed with a certificate, not with a key.',
    );
  }
  if (!signed.isSignedBy(key.publicKey)) {
    throw notSignedBy(key, content.publicKey.hint);
  }
  const witnessed = witnessOf(bundle, signed, key, roots);
  assertInWindow(key, witnessed.verifiedTimes);
  const { id, fingerprint } = key;
  const prehashed = signed.isPrehashed(key.publicKey);
  return {
    signer: { kind: 'key', key: id, fingerprint },
    ...witnessed,
    ...(prehashed !== undefined && { prehashed }),
  };
}

/** cosign writes the key's fingerprint as a hint: it cannot prove anything, but says which of two failures this is. */
function notSignedBy(key: PreparedKey, hint: string): NotProven {
  return Buffer.from(hint, 'base64').toString('hex') === key.fingerprint
    ? new NotProven(
        'bad-signature',
        `The signature says it is by key ${key.id}, but does not match what it should have signed.`,
      )
    : new NotProven('untrusted-key', `It was not signed with key ${key.id}.`);
}

function assertInWindow(
  { id, validFrom, validUntil }: PreparedKey,
  times: string[],
): void {
  if (!validFrom && !validUntil) {
    return;
  }
  if (times.length === 0) {
    throw new NotProven(
      'timestamp-missing',
      `Key ${id} counts for a limited time only, and nothing proves when the signature was made.`,
    );
  }
  const from = validFrom ? Date.parse(validFrom) : -Infinity;
  const until = validUntil ? Date.parse(validUntil) : Infinity;
  const outside = times.find(
    time => !(Date.parse(time) >= from && Date.parse(time) <= until),
  );
  if (outside) {
    throw new NotProven(
      'untrusted-key',
      `Key ${id} did not count at ${outside}, when the signature was made.`,
    );
  }
}
