import { CredentialError } from '../CredentialError';
import { causeOf, IssuerFailure, isUnanswered, oneLine } from '../cloud';

type Explanation = Pick<
  ConstructorParameters<typeof CredentialError>[0],
  'failure' | 'missing' | 'grant'
>;

const ADMINISTRATOR = "Whoever manages the backend's Azure identity";

/** @see https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const CODES: Readonly<Record<string, Omit<Explanation, 'failure'>>> = {
  AADSTS70021: foreign(),
  AADSTS700211: foreign(),
  AADSTS700212: foreign(),
  AADSTS700213: foreign(),
  AADSTS700016: {
    missing: 'the tenant does not know the client id',
    grant: `${ADMINISTRATOR} says which clientId and tenantId it has.`,
  },
  AADSTS90002: {
    missing: 'Entra does not know the tenant',
    grant: `${ADMINISTRATOR} says which tenantId it has.`,
  },
  AADSTS700024: {
    missing: "the pod's service account token has expired",
    grant:
      'Whoever deploys the backend sees to it that the token is mounted and renewed, and that its clock is right.',
  },
  AADSTS7000215: secret(),
  AADSTS7000222: secret(),
};

function foreign() {
  return {
    missing: "the Azure identity does not trust the pod's service account",
    grant: `${ADMINISTRATOR} adds a federated credential with the cluster's issuer and this service account.`,
  };
}

function secret() {
  return {
    missing: 'the client secret is wrong or has expired',
    grant: `${ADMINISTRATOR} makes a new one, or better a workload identity.`,
  };
}

/** Says what Entra refused and who grants it. What is a `CredentialError` already comes back as it is. */
export function azureError(error: unknown, host: string): CredentialError {
  if (error instanceof CredentialError) {
    return error;
  }
  const failure = failureOf(error);
  return new CredentialError({
    ...explain(failure),
    host,
    cause: causeOf(failure),
  });
}

function failureOf(error: unknown): IssuerFailure {
  const { name, message } =
    error instanceof Error ? error : new Error(String(error));
  return {
    name: oneLine(name),
    said: oneLine(message),
    // MSAL tells by name and passes no cause on.
    unanswered:
      isUnanswered(error) ||
      /\b(?:network_error|endpoints_resolution_error)\b/.test(message),
  };
}

function explain({ name, said, unanswered }: IssuerFailure): Explanation {
  const code = /\bAADSTS\d{3,8}\b/.exec(said)?.[0];
  if (code !== undefined) {
    const known = CODES[code];
    return {
      failure: 'refused',
      missing: `${known?.missing ?? 'Entra gives no token'} (${code})`,
      grant:
        known?.grant ??
        `${ADMINISTRATOR} finds the reason in the backend's log.`,
    };
  }
  const file = /\b(?:ENOENT|EACCES)\b/.exec(said)?.[0];
  if (file !== undefined) {
    return {
      failure: 'missing',
      missing: `the pod's service account token cannot be read (${file})`,
      grant:
        'Whoever deploys the backend mounts it: on AKS the pod has the label azure.workload.identity/use: "true".',
    };
  }
  if (unanswered) {
    return {
      failure: 'unreachable',
      missing: said.startsWith('ManagedIdentityCredential')
        ? 'no workload identity is configured and no managed identity answers'
        : 'the sign-in of Azure does not answer',
      grant:
        'Whoever deploys the backend sees to it that it may reach it; it is tried again.',
    };
  }
  return name === 'CredentialUnavailableError'
    ? {
        failure: 'missing',
        missing: 'the backend has no Azure identity',
        grant:
          'Whoever deploys it gives it a workload identity (tenant, client id and federated token) or a managed identity.',
      }
    : {
        failure: 'refused',
        missing: 'the sign-in of Azure gives no token',
        grant: `${ADMINISTRATOR} finds the reason in the backend's log.`,
      };
}
