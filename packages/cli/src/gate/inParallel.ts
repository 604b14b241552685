/** Does it for each, some at a time, in their order. */
export async function inParallel<T, R>(
  items: readonly T[],
  atATime: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  for (let at = 0; at < items.length; at += atATime) {
    results.push(
      ...(await Promise.all(items.slice(at, at + atATime).map(work))),
    );
  }
  return results;
}
