import { ErrorLike } from '@backstage/errors';

/**
 * What a failed request says to a reader.
 *
 * @internal
 */
export interface FailureWords {
  title: string;
  /** Who can do what. */
  next: string;
  /** Trying the same again may help. */
  retry: boolean;
}

/**
 * What was being asked for.
 *
 * @internal
 */
export type FailureSubject =
  | 'entity'
  | 'versions'
  | 'version'
  | 'refresh'
  | 'evidence'
  | 'status'
  | 'doctor';

const NOUN: Record<FailureSubject, string> = {
  entity: 'the chart provenance of this entity',
  versions: 'the versions of this chart',
  version: 'this version',
  refresh: 'a refresh of this chart',
  evidence: 'the raw evidence',
  status: 'the status of the index',
  doctor: 'a run of the doctor',
};

const NO_ROUTE = {
  title: 'The backend does not have this yet',
  next: 'It is older than this page: update backstage-plugin-chart-provenance-backend to the same version.',
};

/** The permission asked for, and on what. */
const PERMISSION: Partial<Record<FailureSubject, string>> = {
  refresh: 'chart-provenance.chart.refresh on this entity',
  status: 'chart-provenance.index.operate',
  doctor: 'chart-provenance.index.operate',
};

const GONE: Record<FailureSubject, Omit<FailureWords, 'retry'>> = {
  entity: {
    title: 'The chart index does not know this entity',
    next: 'If it was registered lately, come back in a few minutes: the catalog is read at intervals. Otherwise you may not be allowed to see it; ask its owner.',
  },
  versions: {
    title: 'This entity no longer has this chart',
    next: 'Reload the page to see the charts it has now.',
  },
  version: {
    title: 'The chart index does not know this version',
    next: 'The link may be mistyped, or the version belongs to another chart of this entity. Close this and look in the list.',
  },
  refresh: {
    title: 'This entity no longer has this chart',
    next: 'Reload the page to see the charts it has now.',
  },
  evidence: {
    title: 'The raw bytes of this evidence are not kept here',
    next: 'Fetch them from the registry with the commands under "Check it yourself".',
  },
  status: NO_ROUTE,
  doctor: NO_ROUTE,
};

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
          next: 'Check your network or VPN, then try again. Nothing is known about the verdicts meanwhile.',
          retry: true,
        };
  }
  return {
    retry: ![400, 403, 404].includes(status),
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
      return {
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
        title: `You may not ${
          subject === 'refresh' || subject === 'doctor' ? 'ask for' : 'see'
        } ${noun}`,
        next: `Ask your platform team for the permission ${
          PERMISSION[subject] ?? 'chart-provenance.chart.read on this entity'
        }.`,
      };
    case 404:
      return GONE[subject];
    case 429:
      return {
        title: `Too many requests for ${noun}`,
        next: 'Wait a minute, then try again.',
      };
    default:
      return {
        title: `The backend failed on ${noun} (${status})`,
        next: 'Try again. If it stays, give your platform team the time and the message above; nothing is known about the verdicts meanwhile.',
      };
  }
}

/** Across packages an error is told by its shape, not its class. */
function statusOf(error: ErrorLike): number | undefined {
  return typeof error.statusCode === 'number' ? error.statusCode : undefined;
}
