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
  | 'sbom'
  | 'refresh'
  | 'evidence'
  | 'status'
  | 'doctor'
  | 'distrust'
  | 'overview'
  | 'consumers'
  | 'consumes'
  | 'migration'
  | 'export'
  | 'signOff'
  | 'plan'
  | 'unclaimed'
  | 'mappings';

const NOUN: Record<FailureSubject, string> = {
  entity: 'the chart provenance of this entity',
  versions: 'the versions of this chart',
  version: 'this version',
  sbom: 'the SBOM of this version',
  refresh: 'a refresh of this chart',
  evidence: 'the raw evidence',
  status: 'the status of the index',
  doctor: 'a run of the doctor',
  distrust: 'what is distrusted',
  overview: 'what runs and who uses it',
  consumers: 'the consumers of this chart',
  consumes: 'the charts that this entity uses',
  migration: 'the migration of this chart',
  export: 'the migration as a document',
  signOff: 'the sign-off',
  plan: 'the plan',
  unclaimed: 'the charts that nobody owns',
  mappings: 'the new owners',
};

/** What the reader may not do when the backend forbids it; `see` for what is read. */
const VERB: Partial<Record<FailureSubject, string>> = {
  refresh: 'ask for',
  doctor: 'ask for',
  signOff: 'write',
  plan: 'write',
  mappings: 'write',
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
  distrust: 'chart-provenance.index.operate',
  consumers: 'chart-provenance.consumer.read',
  signOff:
    'chart-provenance.migration.signoff on this entity, and sign off as a user',
  plan: 'chart-provenance.migration.plan on this entity, and plan as a user',
  unclaimed: 'chart-provenance.index.operate',
  mappings: 'chart-provenance.index.operate',
};

const CHART_GONE = {
  title: 'This entity no longer has this chart',
  next: 'Reload the page to see the charts it has now.',
};

const GONE: Record<FailureSubject, Omit<FailureWords, 'retry'>> = {
  entity: {
    title: 'The chart index does not know this entity',
    next: 'If it was registered lately, come back in a few minutes: the catalog is read at intervals. Otherwise you may not be allowed to see it; ask its owner.',
  },
  versions: CHART_GONE,
  version: {
    title: 'The chart index does not know this version',
    next: 'The link may be mistyped, or the version belongs to another chart of this entity. Close this and look in the list.',
  },
  sbom: {
    title: 'The chart index does not have this SBOM',
    next: 'The link may name a document or a version that is gone. Show the one that counts most instead; if that fails too, the backend is older than this page and has no SBOMs yet.',
  },
  refresh: CHART_GONE,
  evidence: {
    title: 'The raw bytes of this evidence are not kept here',
    next: 'Fetch them from the registry with the commands under "Check it yourself".',
  },
  status: NO_ROUTE,
  doctor: NO_ROUTE,
  distrust: NO_ROUTE,
  overview: NO_ROUTE,
  consumers: CHART_GONE,
  consumes: {
    title: 'The chart index does not know this entity',
    next: 'If it was registered lately, come back in a few minutes: the catalog is read at intervals. Otherwise you may not be allowed to see it; ask its owner.',
  },
  migration: CHART_GONE,
  export: CHART_GONE,
  signOff: {
    title: 'This item is not on the list any more',
    next: 'Reload the page: the operator may have changed the items.',
  },
  plan: CHART_GONE,
  unclaimed: NO_ROUTE,
  mappings: {
    title: 'One of these charts is not unclaimed any more',
    next: 'Nothing was written. Read the list again and choose anew.',
  },
};

const ABOUT_VERDICTS: ReadonlySet<FailureSubject> = new Set([
  'entity',
  'versions',
  'version',
  'refresh',
]);

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
    retry: ![400, 403, 404, 409].includes(status),
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
      return {
        title: `Somebody else changed this meanwhile`,
        next: 'Nothing was written. Read again, then decide anew.',
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
