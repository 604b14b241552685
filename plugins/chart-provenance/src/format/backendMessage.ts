import { ErrorLike, isError } from '@backstage/errors';

/**
 * What the backend itself says about a failure, else what the error says: a `ResponseError` carries the former as its cause.
 *
 * @internal
 */
export function backendMessage(error: ErrorLike): string {
  return isError(error.cause) ? error.cause.message : error.message;
}
