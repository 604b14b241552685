import { ErrorLike } from '@backstage/errors';
import {
  ABOUT_VERDICTS,
  FailureSubject,
  FailureWords,
  GONE,
  NOUN,
  PERMISSION,
  REFUSED,
  UNWRITABLE,
  VERB,
} from './failureSubjects';

/**
 * Words for a failed request, from its HTTP status where there was an answer.
 *
 * @internal
 */
export function failureWords(
  error: ErrorLike,
  subject: FailureSubject,
): FailureWords {
  const status = statusOf(error);
  const noun = NOUN[subject];
  if (status === undefined) {
    return error.name === 'SyntaxError'
      ? {
          title: `The answer about ${noun} could not be read`,
          next: 'Something between this page and the backend changed the answer, often a proxy or an expired login. Reload the page; if it stays, tell your platform team.',
          retry: true,
        }
      : {
          title: `The backend could not be reached for ${noun}`,
          next: `Check your network or VPN, then try again.${meanwhile(
            subject,
          )}`,
          retry: true,
        };
  }
  return {
    retry: ![400, 403, 404, 409, 413].includes(status),
    ...answered(status, subject),
  };
}

function answered(
  status: number,
  subject: FailureSubject,
): Omit<FailureWords, 'retry'> {
  const noun = NOUN[subject];
  switch (status) {
    case 400:
      if (REFUSED[subject]) {
        return REFUSED[subject];
      }
      return VERB[subject] === 'write'
        ? {
            title: `The backend does not take ${noun} like this`,
            next: 'Nothing was written. Change what the message names, then try again.',
          }
        : {
            title: `This link does not name ${noun}`,
            next: 'It may be cut off or mistyped. Go back to the list and choose from there.',
          };
    case 401:
      return {
        title: 'You are not signed in any more',
        next: 'Sign in again, then reload this page.',
      };
    case 403:
      return {
        title: `You may not ${VERB[subject] ?? 'see'} ${noun}`,
        next: `Ask your platform team for the permission ${
          PERMISSION[subject] ?? 'chart-provenance.chart.read on this entity'
        }.`,
      };
    case 404:
      return GONE[subject];
    case 409:
      if (subject === 'snippet') {
        return UNWRITABLE;
      }
      return {
        title: `Somebody else changed this meanwhile`,
        next: 'Nothing was written. Read again, then decide anew.',
      };
    case 413:
      return {
        title: 'This is too much at once',
        next: 'Send less of it.',
      };
    case 429:
      return {
        title: `Too many requests for ${noun}`,
        next: 'Wait a minute, then try again.',
      };
    default:
      return {
        title: `The backend failed on ${noun} (${status})`,
        next: `Try again. If it stays, give your platform team the time and the message above.${meanwhile(
          subject,
        )}`,
      };
  }
}

/** Where verdicts are what could not be had, nobody takes their absence for something. */
function meanwhile(subject: FailureSubject): string {
  return ABOUT_VERDICTS.has(subject)
    ? ' Nothing is known about the verdicts meanwhile.'
    : '';
}

/** Across packages an error is told by its shape, not its class. */
function statusOf(error: ErrorLike): number | undefined {
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
