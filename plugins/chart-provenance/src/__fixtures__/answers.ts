import { isError } from '@backstage/errors';

/** An answer of the backend that is not a success, as the real client throws it. */
export function answer(statusCode: number): Error {
  return Object.assign(new Error(`Request failed with ${statusCode}`), {
    name: 'ResponseError',
    statusCode,
  });
}

// Told by its shape: an error made by the browser's side of the test is of another class.
export function orThrow<T extends object>(outcome: T | Error): T {
  if (isOutcome(outcome)) {
    return outcome;
  }
  throw outcome;
}

function isOutcome<T extends object>(outcome: T | Error): outcome is T {
  return !isError(outcome);
}
