/** What became of a call. */
export type Attempt<T> =
  | { done: true; value: T }
  | { done: false; error: unknown };

/** Runs a call to its end, whichever. */
export async function attempt<T>(call: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { done: true, value: await call() };
  } catch (error) {
    return { done: false, error };
  }
}
