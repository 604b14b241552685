import { Database } from '../../database';
import { ConsumerSourceRow } from '../../rows';

/** Writes on every source of a provider that its sources could not be listed (JSON), and since when (ISO) at the latest. */
export async function setListingProblem(
  tx: Database,
  provider: string,
  problem: string,
  now: string,
): Promise<void> {
  await tx<ConsumerSourceRow>('consumer_sources')
    .where('provider', provider)
    .update({
      listing_problem: problem,
      listing_failing_since: tx.raw('coalesce(listing_failing_since, ?)', [
        now,
      ]),
    });
}
