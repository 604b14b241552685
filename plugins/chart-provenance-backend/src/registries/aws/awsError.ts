import { CredentialError } from '../CredentialError';
import {
  causeOf,
  fieldOf,
  IssuerFailure,
  isUnanswered,
  oneLine,
} from '../cloud';

/** Whose token was asked for. */
interface Asked {
  host: string;
  /** The account whose identity was asked for. */
  accountId: string | undefined;
}

type Explanation = Pick<
  ConstructorParameters<typeof CredentialError>[0],
  'failure' | 'missing' | 'grant'
>;

const DENIED = /^(?:AccessDenied|UnauthorizedOperation)/;
const EXPIRED = /^(?:ExpiredToken|RequestExpired)/;
const UNKNOWN_KEY =
  /^(?:UnrecognizedClient|InvalidClientTokenId|InvalidAccessKeyId|InvalidSignature|SignatureDoesNotMatch|IncompleteSignature|MissingAuthenticationToken)/;
const FOREIGN_TOKEN = /^(?:InvalidIdentityToken|IDPRejectedClaim)/;
const BUSY =
  /^(?:Throttl|TooManyRequests|RequestLimitExceeded|ServiceUnavailable|IDPCommunicationError)/;

/** Says what AWS refused and who grants it. What is a `CredentialError` already comes back as it is. */
export function awsError(error: unknown, asked: Asked): CredentialError {
  if (error instanceof CredentialError) {
    return error;
  }
  const failure = failureOf(error);
  return new CredentialError({
    ...explain(failure, asked.accountId),
    host: asked.host,
    cause: causeOf(failure),
  });
}

function failureOf(error: unknown): IssuerFailure {
  const { name, message } =
    error instanceof Error ? error : new Error(String(error));
  const metadata = fieldOf(error, '$metadata');
  const status = fieldOf(metadata, 'httpStatusCode');
  return {
    name: oneLine(name),
    said: oneLine(message),
    ...(typeof status === 'number' && { status }),
    // Whatever went through the SDK has metadata; what was answered has a status too.
    unanswered:
      isUnanswered(error) || (metadata !== undefined && status === undefined),
  };
}

function explain(
  failure: IssuerFailure,
  accountId: string | undefined,
): Explanation {
  const { name, said, status, unanswered } = failure;
  if (DENIED.test(name)) {
    return explainDenied(said, accountId);
  }
  if (EXPIRED.test(name)) {
    return {
      failure: 'refused',
      missing: "the AWS session or the pod's service account token has expired",
      grant:
        'Whoever deploys the backend sees to it that the token is mounted and renewed, and that its clock is right.',
    };
  }
  if (FOREIGN_TOKEN.test(name)) {
    return {
      failure: 'refused',
      missing: "AWS does not take the pod's service account token",
      grant: `Whoever manages IAM${inAccount(
        accountId,
      )} registers the cluster's OIDC provider and lets the role trust this service account.`,
    };
  }
  if (UNKNOWN_KEY.test(name)) {
    return {
      failure: 'refused',
      missing: 'AWS does not know the access key, or its secret is another',
      grant:
        'Whoever deploys the backend gives it a key that is active, or better a role.',
    };
  }
  if (name === 'CredentialsProviderError') {
    return {
      failure: 'missing',
      missing: 'the backend has no AWS identity',
      grant:
        'Whoever deploys it gives its service account an IAM role (IRSA or EKS Pod Identity), or sets aws.mainAccount in the app-config.',
    };
  }
  if (/^There is no AWS integration that matches/.test(said)) {
    return {
      failure: 'missing',
      missing: `the app-config has no AWS identity for the account ${accountId}`,
      grant:
        'Whoever configures Backstage lists it under aws.accounts, or sets auth.accountId to the account whose identity the backend has.',
    };
  }
  return BUSY.test(name) || unanswered || (status ?? 0) >= 500
    ? {
        failure: 'unreachable',
        missing: `AWS does not answer the request for a token (${name})`,
        grant: 'Nobody has to grant anything; it is tried again.',
      }
    : {
        failure: 'refused',
        missing: `AWS gives no token (${name})`,
        grant: `Whoever manages IAM${inAccount(
          accountId,
        )} finds the reason in the backend's log.`,
      };
}

/** The words are AWS's, so nothing but the name of an action is taken from them. */
function explainDenied(
  said: string,
  accountId: string | undefined,
): Explanation {
  const action =
    /perform:? ((?:ecr|sts|iam):[A-Za-z]+)/.exec(said)?.[1] ??
    'ecr:GetAuthorizationToken';
  const missing = `AWS does not allow ${action}`;
  return action.startsWith('sts:')
    ? {
        failure: 'refused',
        missing,
        grant: `Whoever manages IAM${inAccount(
          accountId,
        )} lets the role trust the backend's identity, and that identity use ${action}.`,
      }
    : {
        failure: 'refused',
        missing,
        grant: `Whoever manages IAM adds it to the policy of the backend's role, on Resource "*".`,
      };
}

function inAccount(accountId: string | undefined): string {
  return accountId === undefined ? '' : ` in the account ${accountId}`;
}
