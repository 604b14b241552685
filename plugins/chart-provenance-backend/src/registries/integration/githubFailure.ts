import { CredentialError } from '../CredentialError';

/**
 * Why GitHub gave no installation token. The error itself is not passed on: it holds the request with its headers.
 */
export function githubFailure(
  error: unknown,
  at: { host: string; githubHost: string; owner: string },
): CredentialError {
  const { host, githubHost, owner } = at;
  const status = statusOf(error);
  if (status === undefined && isSuspension(error)) {
    return new CredentialError({
      failure: 'refused',
      host,
      missing: `the GitHub App of integrations for ${githubHost} is suspended on ${owner}`,
      grant: `An owner of ${owner} lifts that in its settings for GitHub Apps.`,
    });
  }
  if (status !== undefined && status < 500 && status !== 429) {
    return new CredentialError({
      failure: 'refused',
      host,
      missing: `${githubHost} gave the GitHub App of integrations no token for ${owner} (HTTP ${status})`,
      grant: `Whoever configures Backstage compares its appId and privateKey with the App's; an owner of ${owner} installs the App with the permission Packages: read.`,
    });
  }
  if (status === undefined && !isConnection(error)) {
    return new CredentialError({
      failure: 'misbehaved',
      host,
      missing: `the GitHub App of integrations for ${githubHost} cannot be used`,
      grant:
        'Whoever configures Backstage compares its appId and privateKey with those of the App.',
    });
  }
  return new CredentialError({
    failure: 'unreachable',
    host,
    missing: `${githubHost} could not be asked for a token of its GitHub App`,
    grant: 'It is tried again; see that the backend reaches its API.',
  });
}

function statusOf(error: unknown): number | undefined {
  return error instanceof Error &&
    'status' in error &&
    typeof error.status === 'number'
    ? error.status
    : undefined;
}

function isSuspension(error: unknown): boolean {
  return error instanceof Error && error.message.endsWith('is suspended');
}

function isConnection(error: unknown): boolean {
  return error instanceof TypeError && error.message === 'fetch failed';
}
