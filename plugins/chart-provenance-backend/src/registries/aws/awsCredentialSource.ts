import { z } from 'zod';
import { AwsAuth, EcrHost, parseEcrHost } from '../../config';
import { CredentialDeps } from '../CredentialDeps';
import { CredentialError } from '../CredentialError';
import { CredentialSource, IssuedCredential } from '../CredentialSource';
import { awsError } from './awsError';

const CONNECT_MS = 3_000;
const REQUEST_MS = 10_000;

/** @see https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_AuthorizationData.html */
const authorizationSchema = z.object({
  authorizationData: z.tuple(
    [
      z.object({
        authorizationToken: z.base64(),
        expiresAt: z.date(),
        // There is a proxyEndpoint too. It is not read: the token goes to the configured host and to no other.
      }),
    ],
    z.unknown(),
  ),
});

/** The registry that a token is wanted for. */
type EcrRegistry = Partial<EcrHost> & { region: string };

/**
 * An ECR password by `ecr:GetAuthorizationToken`, with the identity that Backstage's AWS integration (`aws` in the app-config)
 * has for the registry's account. It lives for 12 hours. Asked afresh each time: what is on disk may have been rotated.
 */
export function awsCredentialSource(
  registry: { host: string; auth: AwsAuth },
  deps: Pick<CredentialDeps, 'rootConfig'>,
): CredentialSource {
  const { host, auth } = registry;
  const wanted = registryOf(host, auth);
  const accountId = auth.accountId ?? wanted.accountId;
  return {
    async credentials({ signal }) {
      const credentials = await identityFor(accountId, host, deps);
      try {
        const answer = await requestToken(wanted, credentials, signal);
        return parseAuthorization(answer, host);
      } catch (error) {
        throw awsError(error, { host, accountId });
      }
    },
  };
}

function registryOf(host: string, auth: AwsAuth): EcrRegistry {
  const known = parseEcrHost(host);
  const region = auth.region ?? known?.region;
  if (region === undefined) {
    // The configuration was checked; a token for no region cannot be asked for.
    throw new Error(`${host} has no region`);
  }
  return { ...known, region };
}

async function identityFor(
  accountId: string | undefined,
  host: string,
  { rootConfig }: Pick<CredentialDeps, 'rootConfig'>,
) {
  const { DefaultAwsCredentialsManager } = await import(
    '@backstage/integration-aws-node'
  );
  try {
    const manager = DefaultAwsCredentialsManager.fromConfig(rootConfig);
    const provider = await manager.getCredentialProvider(
      accountId === undefined ? undefined : { accountId },
    );
    return provider.sdkCredentialProvider;
  } catch (error) {
    throw awsError(error, { host, accountId });
  }
}

async function requestToken(
  { region, fips, dualStack }: EcrRegistry,
  credentials: Awaited<ReturnType<typeof identityFor>>,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const { ECRClient, GetAuthorizationTokenCommand } = await import(
    '@aws-sdk/client-ecr'
  );
  const client = new ECRClient({
    region,
    credentials,
    customUserAgent: 'chart-provenance',
    maxAttempts: 3,
    requestHandler: {
      connectionTimeout: CONNECT_MS,
      requestTimeout: REQUEST_MS,
      throwOnRequestTimeout: true,
    },
    // Left out where the host does not say: then the environment has its word.
    ...(fips && { useFipsEndpoint: true }),
    ...(dualStack && { useDualstackEndpoint: true }),
  });
  try {
    return await client.send(new GetAuthorizationTokenCommand({}), {
      abortSignal: signal,
    });
  } finally {
    client.destroy();
  }
}

function parseAuthorization(answer: unknown, host: string): IssuedCredential {
  const parsed = authorizationSchema.safeParse(answer);
  const [issued] = parsed.data?.authorizationData ?? [];
  const pair = Buffer.from(
    issued?.authorizationToken ?? '',
    'base64',
  ).toString();
  const colon = pair.indexOf(':');
  if (!issued || colon < 1 || colon === pair.length - 1) {
    throw new CredentialError({
      failure: 'misbehaved',
      host,
      missing: 'what AWS answered holds no ECR password',
      grant:
        'Whoever configured AWS_ENDPOINT_URL_ECR looks what answers there; nobody has to grant anything.',
    });
  }
  return {
    credential: {
      type: 'basic',
      username: pair.slice(0, colon),
      password: pair.slice(colon + 1),
    },
    expiresAt: issued.expiresAt,
  };
}
