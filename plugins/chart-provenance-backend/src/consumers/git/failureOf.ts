import { ConsumerSourceError } from 'backstage-plugin-chart-provenance-node';

/** By name: URL readers of modules bring their own copies of the classes. */
const KNOWN: Record<string, { message: string; fix: string }> = {
  NotFoundError: {
    message: 'There is nothing at the URL, or the token may not see it.',
    fix: 'Check the URL and branch in consumers.git, and what the token of the integration may read.',
  },
  NotAllowedError: {
    message: 'Backstage may not read from there.',
    fix: 'Add an integration for the host, or list it under backend.reading.allow.',
  },
  AuthenticationError: {
    message: 'The credentials were refused.',
    fix: 'Renew the token of the integration.',
  },
};

/** What went wrong with a place, in words that hold no credentials. */
export function failureOf(error: unknown): ConsumerSourceError {
  const { name, message } =
    error instanceof Error ? error : { name: '', message: '' };
  const known = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
  return known
    ? new ConsumerSourceError(known.message, { fix: known.fix, cause: error })
    : new ConsumerSourceError(
        `It could not be read: ${withoutSecrets(message) || 'no reason given'}`,
        {
          fix: 'Try the URL with the token of the integration; it is tried again by itself.',
          cause: error,
        },
      );
}

/** Readers name the URL they asked for, whose query may hold a token. */
function withoutSecrets(message: string): string {
  return message
    .slice(0, 2_000)
    .replace(/(\w+:\/\/)[^/@\s]*@/g, '$1')
    .replace(/\?[^\s]*/g, '?…')
    .slice(0, 200);
}
