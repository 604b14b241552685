import { OrasError } from 'chart-provenance-oras';
import { RegistryConfig } from '../../config';
import { failed, Finding } from '../check';
import { plainText } from '../failure';

/** Told by its shape: modules may bring their own copy of the class. */
export function isCredentialError(error: unknown): error is OrasError {
  return error instanceof OrasError && 'failure' in error;
}

/**
 * The error says who grants what is missing; the registry was not asked, and has nothing to do with it.
 *
 * @param otherwise - what to do where it does not say, as an error of a module may not
 */
export function notHadFinding(
  error: OrasError,
  secrets: readonly string[],
  otherwise: string,
): Finding {
  const { message } = error;
  const grant =
    'grant' in error && typeof error.grant === 'string' ? error.grant : '';
  const missing =
    grant && message.endsWith(grant)
      ? message.slice(0, -grant.length)
      : message;
  return failed(plainText(missing, secrets), {
    what: plainText(grant, secrets) || otherwise,
    who: 'operator',
  });
}

/** Where these kinds have nothing for a registry it is read without; then it is not the registry that is wrong. */
export function noneFoundFinding(
  { auth, host }: RegistryConfig,
  failure: unknown,
): Finding | undefined {
  const refused =
    failure instanceof OrasError &&
    ['unauthorized', 'denied'].includes(failure.code);
  switch (refused ? auth.type : undefined) {
    case 'dockerConfig':
      return failed(
        `${host} wants credentials, and the Docker configuration has none for exactly this host and port (and path).`,
        {
          what: `Sign in there with the same file (docker login ${host}), or add its entry to auths or credHelpers.`,
          who: 'operator',
        },
      );
    case 'integration':
      return failed(
        `${host} wants credentials, and the integration has none for the owner of this repository.`,
        {
          what: 'Have the App installed on that owner, or give the integration a token.',
          who: 'operator',
        },
      );
    default:
      return undefined;
  }
}
