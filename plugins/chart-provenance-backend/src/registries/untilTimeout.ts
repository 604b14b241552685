import { CredentialError } from './CredentialError';

/**
 * Waits for an issuer until the signal says otherwise: one that does not heed it must not hold everybody up.
 *
 * @throws CredentialError `unreachable`
 */
export async function untilTimeout<T>(
  result: Promise<T>,
  timeout: AbortSignal,
  host: string,
): Promise<T> {
  let late: () => void = () => undefined;
  const gone = new Promise<never>((_, reject) => {
    late = () =>
      reject(
        new CredentialError({
          failure: 'unreachable',
          host,
          missing: 'whoever issues its credentials did not answer in time',
          grant: 'Nobody has to grant anything; it is tried again.',
        }),
      );
    timeout.addEventListener('abort', late, { once: true });
  });
  try {
    return await Promise.race([result, gone]);
  } finally {
    timeout.removeEventListener('abort', late);
  }
}
