import { OrasError } from 'chart-provenance-oras';
import { RegistryConfig } from '../config';
import { CredentialError } from './CredentialError';
import { pullGrantOf } from './cloud';

const GITLAB = 'registry.gitlab.com';

/**
 * A refusal in two parts: what is missing and who grants it, and what the registry said. Registries answer the same for what
 * does not exist and for what we may not see, so neither is claimed. Other errors come back as they are.
 */
export function explainRefusal(
  error: unknown,
  registry: Pick<RegistryConfig, 'host' | 'auth'>,
  repository: string,
): unknown {
  if (
    !(error instanceof OrasError) ||
    error instanceof CredentialError ||
    (error.code !== 'unauthorized' && error.code !== 'denied')
  ) {
    return error;
  }
  const { code, host, status, retryAfterMs } = error;
  // The advice goes first: messages are cut, and what a registry says can be long.
  return new OrasError(
    code,
    `${registry.host}: ${repository} was refused. ${adviceFor(
      registry,
      repository,
    )} The answer was: ${error.message}`,
    { cause: error, host, status, retryAfterMs },
  );
}

function adviceFor(
  { host, auth }: Pick<RegistryConfig, 'host' | 'auth'>,
  repository: string,
): string {
  const owner = repository.split('/')[0];
  switch (auth.type) {
    case 'none':
      return 'No credentials are configured: set auth for this registry, or have the owner of the repository make it public.';
    case 'basic':
      return 'The user may not read it, or it does not exist: an administrator of the registry grants the right to pull.';
    case 'token':
      return auth.exchange
        ? `The token may not read it, has expired, or it does not exist: ${packageGrant(
            host,
            owner,
          )}.${
            isKnown(host)
              ? ''
              : ' If it is a bearer token already, to be sent as it is, set exchange: false.'
          }`
        : 'The token, sent as it is, was not taken: it may have expired. If the registry exchanges access tokens, remove exchange: false.';
    case 'dockerConfig':
      return 'The Docker configuration has no entry for this registry, or one that may not read it: who maintains that file signs in there with the right to pull.';
    case 'integration':
      return `The integration may not read it, or it does not exist: ${packageGrant(
        host,
        owner,
      )}.`;
    case 'aws':
    case 'google':
    case 'azure':
      return pullGrantOf(auth.type, repository);
    default:
      return `The credentials of the module for ${auth.provider} may not read it, or it does not exist.`;
  }
}

/** Is it known to exchange every token? */
function isKnown(host: string): boolean {
  return isGithub(host) || host === GITLAB;
}

function isGithub(host: string): boolean {
  return host === 'ghcr.io' || host.startsWith('containers.');
}

/** Who lets an access token read packages, where that is known. */
function packageGrant(host: string, owner: string): string {
  if (isGithub(host)) {
    return `a classic personal access token needs read:packages, a GitHub App the permission Packages: read and its installation on ${owner}; an admin of the package gives that user, or the repository the App may see, access to it`;
  }
  if (host === GITLAB) {
    return `a token needs read_registry, and an owner of ${owner} makes its user at least a Reporter`;
  }
  return 'an administrator of the registry grants the right to pull';
}
