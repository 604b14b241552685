import { reasonOf } from '../verdict/reasons';
import { Reason } from '../verdict/types';
import { Exhibit } from './proofs';
import { TrustPolicy } from './types';

/** Formats that are verified under roots and keys. */
const SIGSTORE: readonly string[] = [
  'sigstore-bundle-v0.1',
  'sigstore-bundle-v0.2',
  'sigstore-bundle-v0.3',
  'cosign-legacy',
];

/**
 * Why evidence that may be a signature is none, where nothing was verified under any trust material the policy names.
 *
 * @internal
 */
export function unreadMiss(
  policy: TrustPolicy,
  { evidence, verifications }: Exhibit,
): Reason {
  const { digest, format, kind, problem } = evidence;
  const failed = verifications.find(({ code }) => code !== undefined);
  if (failed?.code) {
    return reasonOf(
      failed.code,
      failed.message ??
        'It was not made under any trust material that the policy names.',
      digest,
    );
  }
  if (problem) {
    return reasonOf(problem.code, problem.message, digest);
  }
  if (SIGSTORE.includes(format)) {
    // Without roots and keys there is nothing to wait for.
    return policy.anyOf.every(one => ['keyring', 'store'].includes(one.kind))
      ? reasonOf(
          'untrusted-root',
          'A Sigstore signature is attached; the policy asks for none.',
          digest,
        )
      : notYet(digest);
  }
  if (format === 'notation' && policy.anyOf.some(one => one.kind === 'store')) {
    return notYet(digest);
  }
  return reasonOf(
    'unsupported-format',
    kind === 'provenance-file'
      ? 'A Helm provenance file is present, and no keyring that could prove it is configured.'
      : 'A signature is present in a format that is not verified here.',
    digest,
  );
}

function notYet(digest: string): Reason {
  return reasonOf(
    'not-yet-judged',
    'This evidence has not been verified yet.',
    digest,
  );
}
