import { Digest } from 'chart-provenance-oras';
import { ReferrerPolicy } from './options';
import { KnownChart } from './types';

/**
 * The versions that may have gained evidence, highest first: the newest ones, those never read or read in part, and those not
 * read for long.
 *
 * @param digests - versions behind present tags, highest first, each once.
 */
export function chooseSubjects(
  digests: Digest[],
  known: KnownChart,
  policy: ReferrerPolicy,
  now: Date,
): Digest[] {
  return digests.filter((digest, rank) => {
    const readAt = known.referrersReadAt.get(digest);
    return (
      rank < policy.newest ||
      readAt === undefined ||
      known.undecoded?.has(digest) ||
      !(now.getTime() - Date.parse(readAt) < policy.readAgainAfterMs)
    );
  });
}
