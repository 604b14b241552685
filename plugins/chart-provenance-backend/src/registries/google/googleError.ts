import { GoogleAuth } from '../../config';
import { CredentialError } from '../CredentialError';
import {
  causeOf,
  fieldOf,
  IssuerFailure,
  isUnanswered,
  oneLine,
} from '../cloud';

type Explanation = Pick<
  ConstructorParameters<typeof CredentialError>[0],
  'failure' | 'missing' | 'grant'
>;

/** Says what Google refused and who grants it. What is a `CredentialError` already comes back as it is. */
export function googleError(
  error: unknown,
  host: string,
  auth: GoogleAuth,
): CredentialError {
  if (error instanceof CredentialError) {
    return error;
  }
  const failure = failureOf(error);
  return new CredentialError({
    ...explain(failure, asFile(error), auth),
    host,
    cause: causeOf(failure),
  });
}

/** The library's own error holds the request, so only the few words that the issuer answered are taken. */
function failureOf(error: unknown): IssuerFailure {
  const response = fieldOf(error, 'response');
  const status = fieldOf(response, 'status');
  const body = asObject(fieldOf(response, 'data'));
  const code = fieldOf(body, 'error');
  const { name, message } =
    error instanceof Error ? error : new Error(String(error));
  const words =
    fieldOf(body, 'error_description') ?? fieldOf(code, 'message') ?? message;
  return {
    name: oneLine(typeof code === 'string' ? code : name),
    said: oneLine(String(words)),
    ...(typeof status === 'number' && { status }),
    unanswered: response === undefined && isUnanswered(error),
  };
}

function explain(
  { name, status, unanswered }: IssuerFailure,
  file: string | undefined,
  auth: GoogleAuth,
): Explanation {
  if (file !== undefined) {
    return {
      failure: 'missing',
      missing: `the Google credentials file cannot be read (${file})`,
      grant: 'Whoever deploys the backend mounts it and may read it.',
    };
  }
  if (unanswered) {
    return {
      failure: 'unreachable',
      missing:
        auth.credentialsFile === undefined
          ? 'no Google credentials file is configured and no metadata server answers'
          : "Google's token service does not answer",
      grant:
        'Whoever deploys the backend runs it with Workload Identity Federation, or sets GOOGLE_APPLICATION_CREDENTIALS; it is tried again.',
    };
  }
  if (status === undefined) {
    return {
      failure: 'missing',
      missing: 'the Google credentials cannot be used as they are',
      grant:
        "Whoever deploys the backend gives it a service account key or a workload identity configuration; the reason is in the backend's log.",
    };
  }
  return status >= 500 || status === 429
    ? {
        failure: 'unreachable',
        missing: `Google's token service answers HTTP ${status}`,
        grant: 'Nobody has to grant anything; it is tried again.',
      }
    : {
        failure: 'refused',
        missing: `Google gives the backend's identity no access token (HTTP ${status}${codeIn(
          name,
        )})`,
        grant:
          "Whoever manages IAM lets the backend's workload act as the service account (roles/iam.workloadIdentityUser), or renews its key.",
      };
}

/** OAuth's own codes are short words; anything else is no code. */
function codeIn(name: string): string {
  return /^[a-z_]{1,40}$/.test(name) ? `, ${name}` : '';
}

function asFile(error: unknown): string | undefined {
  const code = fieldOf(error, 'code');
  return code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR'
    ? code
    : undefined;
}

function asObject(value: unknown): unknown {
  if (typeof value !== 'string') {
    return value;
  }
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
