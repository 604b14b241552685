/**
 * Runs `work` over the items, at most `limit` at a time. Rejects with the first failure, after which no further item is begun,
 * and only when everything begun has ended: whoever was told that it failed must not see it still writing.
 *
 * @internal
 */
export async function forEachLimited<T>(
  items: Iterable<T>,
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const iterator = items[Symbol.iterator]();
  let failed = false;
  const worker = async () => {
    for (
      let next = iterator.next();
      !next.done && !failed;
      next = iterator.next()
    ) {
      try {
        await work(next.value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const workers = Array.from({ length: Math.max(1, limit) }, worker);
  const ended = await Promise.allSettled(workers);
  const rejected = ended.find(each => each.status === 'rejected');
  if (rejected) {
    throw rejected.reason;
  }
}
