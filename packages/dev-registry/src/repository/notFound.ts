/**
 * Only a target's own `not-found` is absence; anything else goes on as the failure it is.
 *
 * @internal
 */
export async function undefinedWhenNotFound<T>(
  pending: Promise<T>,
): Promise<T | undefined> {
  try {
    return await pending;
  } catch (error) {
    if (isNotFound(error)) {
      return undefined;
    }
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.name === 'OrasError' &&
    'code' in error &&
    error.code === 'not-found'
  );
}
