/** Runs calls, so many at a time, and gives their results in the order of the calls. */
export async function inTurns<T>(
  calls: readonly (() => Promise<T>)[],
  atATime: number,
): Promise<T[]> {
  const results: T[] = new Array(calls.length);
  const waiting = calls.entries();
  const work = async () => {
    for (const [index, call] of waiting) {
      results[index] = await call();
    }
  };
  await Promise.all(Array.from({ length: atATime }, work));
  return results;
}
