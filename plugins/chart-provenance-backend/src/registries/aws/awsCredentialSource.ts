import { z } from 'zod';
import { AwsAuth } from '../../config';
import { CredentialDeps } from '../CredentialDeps';
import { CredentialError } from '../CredentialError';
import { CredentialSource, IssuedCredential } from '../CredentialSource';
import { EcrAccess } from './EcrAccess';

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

/**
 * An ECR password by `ecr:GetAuthorizationToken`, with the identity that Backstage's AWS integration (`aws` in the app-config)
 * has for the registry's account. It lives for 12 hours. Asked afresh each time: what is on disk may have been rotated.
 */
export function awsCredentialSource(
  registry: { host: string; auth: AwsAuth },
  deps: Pick<CredentialDeps, 'rootConfig'>,
): CredentialSource {
  const ecr = new EcrAccess(registry, deps);
  return {
    async credentials({ signal }) {
      return parseAuthorization(await requestToken(ecr, signal), registry.host);
    },
  };
}

async function requestToken(
  ecr: EcrAccess,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const { GetAuthorizationTokenCommand } = await import('@aws-sdk/client-ecr');
  return ecr.use(client =>
    client.send(new GetAuthorizationTokenCommand({}), { abortSignal: signal }),
  );
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
