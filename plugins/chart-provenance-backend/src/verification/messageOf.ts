import { createHash } from 'node:crypto';
import { HashAlgorithm } from '@sigstore/protobuf-specs';
import { OpenedBundle } from '../evidence';
import { NotProven } from './outcome/NotProven';
import { VerifyInput } from './types';

/**
 * The bytes a message signature must have been made over: the chart manifest itself. Undefined for a signed statement, which
 * carries its own.
 *
 * @throws NotProven `digest-mismatch` when the bundle is for other content.
 */
export function messageOf(
  { bundle }: OpenedBundle,
  { subject, subjectBytes }: Pick<VerifyInput, 'subject' | 'subjectBytes'>,
): Buffer | undefined {
  if (bundle.content.$case === 'dsseEnvelope') {
    return undefined;
  }
  const { algorithm, digest } = bundle.content.messageSignature.messageDigest;
  if (
    algorithm !== HashAlgorithm.SHA2_256 ||
    `sha256:${digest.toString('hex')}` !== subject
  ) {
    throw new NotProven(
      'digest-mismatch',
      'The bundle signs other content than this chart manifest.',
    );
  }
  if (!subjectBytes) {
    throw new NotProven(
      'verifier-failed',
      'The bundle signs the manifest itself instead of a statement about it, and the manifest is not kept with it.',
    );
  }
  const actual = createHash('sha256').update(subjectBytes).digest();
  if (!actual.equals(digest)) {
    throw new NotProven(
      'digest-mismatch',
      'The manifest does not have the digest it was read by.',
    );
  }
  return Buffer.from(subjectBytes);
}
