import { REPOSITORY, TAG } from '../cloud/__testUtils__/guardedRegistry';
import { openRegistry } from '../cloud/__testUtils__/openRegistry';
import { stopStandIns } from '../cloud/__testUtils__/standIn';
import {
  ACCOUNT,
  AwsCloud,
  ecrError,
  REGION,
  startAwsCloud,
  stsError,
} from './__testUtils__/awsCloud';

afterEach(stopStandIns);

const HOUR_MS = 60 * 60 * 1000;

async function open(
  start: (cloud: AwsCloud) => Promise<void>,
  options: { accountId?: string; aws?: Record<string, unknown> } = {},
) {
  const cloud = await startAwsCloud();
  await start(cloud);
  const { accountId, aws } = options;
  const registry = openRegistry({
    host: cloud.registry.host,
    clock: cloud.clock,
    auth: { type: 'aws', region: REGION, ...(accountId && { accountId }) },
    rootConfig: aws ? { aws: JSON.parse(JSON.stringify(aws)) } : {},
  });
  return { ...cloud, ...registry };
}

const irsa = (cloud: AwsCloud) => cloud.irsa();

describe('signs in to ECR', () => {
  it.each([
    ['IRSA', irsa, {}],
    ['EKS Pod Identity', (cloud: AwsCloud) => cloud.podIdentity(), {}],
    ['the main account, which is the registry’s', irsa, { accountId: ACCOUNT }],
    [
      'a role in the account of the registry',
      irsa,
      {
        accountId: '111122223333',
        aws: { accounts: [{ accountId: '111122223333', roleName: 'reader' }] },
      },
    ],
  ])('with %s', async (_, start, options) => {
    const { target, registry, ecr } = await open(start, options);
    await expect(target.resolve(TAG)).resolves.toMatchObject({
      mediaType: 'application/vnd.oci.image.manifest.v1+json',
    });
    expect(ecr.requests).toHaveLength(1);
    // Nothing is shown before the registry asks, and nothing of AWS's own answer is followed.
    expect(registry.requests[0].headers.authorization).toBeUndefined();
  });

  it('once for everybody who asks, and again before the twelve hours are over', async () => {
    const { target, ecr, pass } = await open(irsa);
    await Promise.all(Array.from({ length: 20 }, () => target.resolve(TAG)));
    pass(11 * HOUR_MS);
    await target.resolve(TAG);
    expect(ecr.requests).toHaveLength(1);
    pass(HOUR_MS - 60_000);
    await target.resolve(TAG);
    expect(ecr.requests).toHaveLength(2);
  });

  it('goes on with what it has while AWS is busy, and no longer', async () => {
    const { target, faults, pass } = await open(irsa);
    await target.resolve(TAG);
    faults.ecr = () => ecrError('ThrottlingException', 'Rate exceeded');
    pass(12 * HOUR_MS - 60_000);
    await expect(target.resolve(TAG)).resolves.toBeDefined();
    pass(2 * 60_000);
    await expect(target.resolve(TAG)).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});

describe('says what is missing and who grants it', () => {
  it.each<[string, Partial<AwsCloud['faults']>, string, RegExp]>([
    [
      'no permission for the token',
      {
        ecr: () =>
          ecrError(
            'AccessDeniedException',
            'User: arn:aws:sts::210987654321:assumed-role/x/y is not authorized to perform: ecr:GetAuthorizationToken on resource: * because no identity-based policy allows the ecr:GetAuthorizationToken action',
          ),
      },
      'denied',
      /AWS does not allow ecr:GetAuthorizationToken\. Whoever manages IAM adds it/,
    ],
    [
      'no trust in the service account',
      {
        sts: () =>
          stsError(
            'AccessDenied',
            'Not authorized to perform sts:AssumeRoleWithWebIdentity',
          ),
      },
      'denied',
      /AWS does not allow sts:AssumeRoleWithWebIdentity\. Whoever manages IAM lets the role trust/,
    ],
    [
      'an OIDC provider that is not registered',
      {
        sts: () =>
          stsError(
            'InvalidIdentityToken',
            'No OpenIDConnect provider found in your account',
            400,
          ),
      },
      'denied',
      /does not take the pod's service account token\. .*OIDC provider/,
    ],
    [
      'an expired service account token',
      { sts: () => stsError('ExpiredTokenException', 'Token expired', 400) },
      'denied',
      /token has expired\. .*mounted and renewed/,
    ],
    [
      'an expired session',
      { ecr: () => ecrError('ExpiredTokenException', 'expired') },
      'denied',
      /token has expired\. /,
    ],
    [
      'a wrong key',
      { ecr: () => ecrError('UnrecognizedClientException', 'invalid') },
      'denied',
      /does not know the access key/,
    ],
    [
      'too many requests',
      { ecr: () => ecrError('ThrottlingException', 'Rate exceeded') },
      'unavailable',
      /does not answer .*ThrottlingException/,
    ],
    [
      'a failure of AWS',
      { ecr: () => ecrError('ServerException', 'x', 500) },
      'unavailable',
      /does not answer/,
    ],
    [
      'an answer without a password',
      { ecr: () => ({ body: { authorizationData: [] } }) },
      'denied',
      /holds no ECR password/,
    ],
  ])('%s', async (_, faults, code, message) => {
    const cloud = await open(irsa);
    Object.assign(cloud.faults, faults);
    const failed = cloud.target.resolve(TAG);
    await expect(failed).rejects.toMatchObject({ code });
    await expect(failed).rejects.toThrow(message);
    // ARNs and tokens are for the log at most.
    await expect(failed).rejects.not.toThrow(/arn:|pod\.jwt|assumed-role/);
    expect(
      cloud.registry.requests.filter(one => one.headers.authorization),
    ).toEqual([]);
  });

  it('and tells the log who it was that may not', async () => {
    const { target, faults, logged } = await open(irsa);
    faults.ecr = () =>
      ecrError(
        'AccessDeniedException',
        'User: arn:aws:sts::210987654321:assumed-role/x/y is not authorized',
      );
    await expect(target.resolve(TAG)).rejects.toThrow();
    expect(logged).toEqual([
      expect.stringMatching(
        /AWS does not allow .*\(AccessDeniedException: HTTP 400: User: arn:aws:sts::210987654321:assumed-role\/x\/y/,
      ),
    ]);
  });

  it('no identity at all', async () => {
    const { target } = await open(async () => undefined);
    await expect(target.resolve(TAG)).rejects.toThrow(
      /the backend has no AWS identity\. .*IRSA or EKS Pod Identity/,
    );
  });

  it('an account that the app-config does not know', async () => {
    const { target } = await open(irsa, { accountId: '111122223333' });
    await expect(target.resolve(TAG)).rejects.toThrow(
      /no AWS identity for the account 111122223333\. .*aws\.accounts/,
    );
  });

  it('AWS out of reach', async () => {
    const { target, ecr } = await open(irsa);
    process.env.AWS_ENDPOINT_URL_ECR = 'http://127.0.0.1:1';
    await expect(target.resolve(TAG)).rejects.toMatchObject({
      code: 'unavailable',
    });
    expect(ecr.requests).toEqual([]);
  });

  it('a repository that may not be read', async () => {
    const cloud = await open(irsa);
    cloud.faults.registry = () => ({
      status: 403,
      body: {
        errors: [
          {
            code: 'DENIED',
            message: 'not authorized to perform: ecr:BatchGetImage',
          },
        ],
      },
    });
    await expect(cloud.target.resolve(TAG)).rejects.toThrow(
      new RegExp(
        `may not read ${REPOSITORY}, .*ecr:BatchGetImage, ecr:GetDownloadUrlForLayer and ecr:ListImages`,
      ),
    );
  });
});
