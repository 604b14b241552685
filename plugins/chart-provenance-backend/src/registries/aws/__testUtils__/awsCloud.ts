import { randomBytes } from 'node:crypto';
import {
  setEnvironment,
  temporaryFile,
} from '../../cloud/__testUtils__/environment';
import {
  basicOf,
  startGuardedRegistry,
} from '../../cloud/__testUtils__/guardedRegistry';
import {
  StandIn,
  StandInReply,
  StandInRequest,
  startStandIn,
} from '../../cloud/__testUtils__/standIn';

export const ACCOUNT = '210987654321';
export const REGION = 'eu-central-1';
const ROLE = `arn:aws:iam::${ACCOUNT}:role/charts-reader`;
const TWELVE_HOURS_MS = 12 * 60 * 60 * 1000;
const SIGV4 =
  /^AWS4-HMAC-SHA256 Credential=(?<key>\w+)\/\d{8}\/(?<region>[\w-]+)\/(?<service>\w+)\/aws4_request, SignedHeaders=(?<signed>[\w;-]+), Signature=[0-9a-f]{64}$/;

/** Answers in place of a service; undefined lets it answer itself. */
type Fault = (request: StandInRequest) => StandInReply | undefined;

/** ECR, STS and the pod identity agent of one region, and an ECR registry that takes the passwords they gave. */
export interface AwsCloud {
  registry: StandIn;
  ecr: StandIn;
  sts: StandIn;
  agent: StandIn;
  clock: { now: number };
  faults: { ecr?: Fault; sts?: Fault; registry?: Fault };
  /** Gives the process an identity, as an EKS cluster does. */
  irsa(): Promise<void>;
  podIdentity(): Promise<void>;
}

export async function startAwsCloud(): Promise<AwsCloud> {
  const clock = { now: Date.now() };
  const faults: AwsCloud['faults'] = {};
  const passwords = new Map<string, number>();
  const sessions = new Set<string>();
  const session = () => {
    const token = randomBytes(12).toString('hex');
    sessions.add(token);
    return token;
  };
  const ecr = await startStandIn(
    request =>
      faults.ecr?.(request) ?? answerEcr(request, sessions, passwords, clock),
  );
  const sts = await startStandIn(
    request => faults.sts?.(request) ?? answerSts(request, session),
  );
  const agent = await startStandIn(({ headers }) =>
    headers.authorization === 'agent-token'
      ? { body: agentCredentials(session()) }
      : { status: 401 },
  );
  const registry = await startGuardedRegistry((request, host) => {
    const [user, password = ''] = basicOf(request)?.split(':') ?? [];
    return user === 'AWS' && (passwords.get(password) ?? 0) > clock.now
      ? faults.registry?.(request)
      : challenge(host);
  });
  const common = {
    AWS_ENDPOINT_URL_ECR: ecr.url,
    AWS_ENDPOINT_URL_STS: sts.url,
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  };
  setEnvironment(common, /^AWS_/);
  return {
    ...{ registry, ecr, sts, agent, clock, faults },
    async irsa() {
      const file = await temporaryFile('pod.jwt.token');
      setEnvironment(
        { AWS_ROLE_ARN: ROLE, AWS_WEB_IDENTITY_TOKEN_FILE: file },
        /^$/,
      );
    },
    async podIdentity() {
      const file = await temporaryFile('agent-token');
      setEnvironment(
        {
          AWS_CONTAINER_CREDENTIALS_FULL_URI: `${agent.url}/v1/credentials`,
          AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: file,
        },
        /^$/,
      );
    },
  };
}

/** An error of ECR's protocol, AWS JSON 1.1. */
export function ecrError(
  type: string,
  message: string,
  status = 400,
): StandInReply {
  return {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify({ __type: type, message }),
  };
}

/** An error of STS's protocol, AWS query. */
export function stsError(
  code: string,
  message: string,
  status = 403,
): StandInReply {
  return {
    status,
    headers: { 'content-type': 'text/xml' },
    body: `<ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>1</RequestId></ErrorResponse>`,
  };
}

function answerEcr(
  { method, headers }: StandInRequest,
  sessions: ReadonlySet<string>,
  passwords: Map<string, number>,
  clock: { now: number },
): StandInReply {
  const signature = SIGV4.exec(headers.authorization ?? '')?.groups;
  if (
    method !== 'POST' ||
    headers['content-type'] !== 'application/x-amz-json-1.1' ||
    headers['x-amz-target'] !==
      'AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken'
  ) {
    return ecrError('UnknownOperationException', '', 404);
  }
  if (
    signature?.region !== REGION ||
    signature?.service !== 'ecr' ||
    !sessions.has(String(headers['x-amz-security-token'])) ||
    !signature.signed.includes('x-amz-security-token')
  ) {
    return ecrError(
      'UnrecognizedClientException',
      'The security token included in the request is invalid.',
    );
  }
  const password = randomBytes(24).toString('base64url');
  const expiresAt = clock.now + TWELVE_HOURS_MS;
  passwords.set(password, expiresAt);
  return {
    headers: { 'content-type': 'application/x-amz-json-1.1' },
    body: JSON.stringify({
      authorizationData: [
        {
          authorizationToken: Buffer.from(`AWS:${password}`).toString('base64'),
          expiresAt: expiresAt / 1000,
          proxyEndpoint: 'https://evil.example',
        },
      ],
    }),
  };
}

function answerSts(
  { form, headers }: StandInRequest,
  session: () => string,
): StandInReply {
  const action = form.get('Action') ?? '';
  const signed = SIGV4.test(headers.authorization ?? '');
  switch (action) {
    case 'AssumeRoleWithWebIdentity':
      return form.get('RoleArn') === ROLE &&
        form.get('WebIdentityToken') === 'pod.jwt.token'
        ? stsResult(action, credentialsXml(session()))
        : stsError('InvalidIdentityToken', 'Incorrect token', 400);
    case 'AssumeRole':
      return signed
        ? stsResult(action, credentialsXml(session()))
        : stsError('MissingAuthenticationToken', 'Request is missing it');
    case 'GetCallerIdentity':
      return signed
        ? stsResult(action, `<Account>${ACCOUNT}</Account>`)
        : stsError('MissingAuthenticationToken', 'Request is missing it');
    default:
      return stsError('InvalidAction', action, 400);
  }
}

function stsResult(action: string, result: string): StandInReply {
  return {
    headers: { 'content-type': 'text/xml' },
    body: `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></${action}Response>`,
  };
}

function credentialsXml(token: string): string {
  const until = new Date(Date.now() + 3_600_000).toISOString();
  return `<Credentials><AccessKeyId>ASIA00000000000000AA</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>${token}</SessionToken><Expiration>${until}</Expiration></Credentials>`;
}

function agentCredentials(token: string) {
  return {
    AccessKeyId: 'ASIA00000000000000AA',
    SecretAccessKey: 'secret',
    Token: token,
    Expiration: new Date(Date.now() + 3_600_000).toISOString(),
    AccountId: ACCOUNT,
  };
}

/** As ECR words it. */
function challenge(host: string): StandInReply {
  return {
    status: 401,
    headers: {
      'www-authenticate': `Basic realm="http://${host}/",service="ecr.amazonaws.com"`,
    },
    body: 'Not Authorized\n',
  };
}
