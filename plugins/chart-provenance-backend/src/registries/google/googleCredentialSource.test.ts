import { TAG } from '../cloud/__testUtils__/guardedRegistry';
import { openRegistry } from '../cloud/__testUtils__/openRegistry';
import { stopStandIns } from '../cloud/__testUtils__/standIn';
import {
  GoogleCloud,
  oauthError,
  startGoogleCloud,
} from './__testUtils__/googleCloud';

afterEach(stopStandIns);

const MINUTE_MS = 60_000;
const FLAVOR = { 'metadata-flavor': 'Google' };
const SCOPE = 'https://www.googleapis.com/auth/devstorage.read_only';

async function open(
  start: (cloud: GoogleCloud) => Promise<string | undefined>,
  options: { scope?: string; environment?: boolean } = {},
) {
  const cloud = await startGoogleCloud();
  const credentialsFile = await start(cloud);
  const { scope, environment } = options;
  if (credentialsFile && environment) {
    process.env.GOOGLE_APPLICATION_CREDENTIALS = credentialsFile;
  }
  const registry = openRegistry({
    host: cloud.registry.host,
    clock: cloud.clock,
    auth: {
      type: 'google',
      ...(scope && { scope }),
      ...(credentialsFile && !environment && { credentialsFile }),
    },
  });
  return { ...cloud, ...registry };
}

const gke = (cloud: GoogleCloud) => cloud.gke();
const federation = (cloud: GoogleCloud) => cloud.federation();
const impersonation = (cloud: GoogleCloud) =>
  cloud.federation({ impersonate: true });
const key = (cloud: GoogleCloud) => cloud.serviceAccountFile();

// First of all, because the library remembers for ever that no metadata server answered.
it('says that there is no identity, and asks the metadata server again when it is there', async () => {
  const { target, gke: start, pass } = await open(async () => undefined);
  const failed = target.resolve(TAG);
  await expect(failed).rejects.toMatchObject({ code: 'unavailable' });
  await expect(failed).rejects.toThrow(
    /no metadata server answers\. .*Workload Identity Federation, or sets GOOGLE_APPLICATION_CREDENTIALS/,
  );
  await start();
  pass(MINUTE_MS);
  await expect(target.resolve(TAG)).resolves.toBeDefined();
}, 30_000);

describe('signs in to Artifact Registry', () => {
  it.each([
    ['GKE workload identity', gke, {}],
    ['workload identity federation', federation, {}],
    ['federation by the environment', federation, { environment: true }],
    ['a service account’s key', key, {}],
    ['a key by the environment', key, { environment: true }],
  ])('with %s', async (_, start, options) => {
    const { target, registry, scopes } = await open(start, options);
    await expect(target.resolve(TAG)).resolves.toBeDefined();
    expect(scopes).toEqual([SCOPE]);
    expect(registry.requests[0].headers.authorization).toBeUndefined();
  });

  it('with federation and a service account, whose token alone has the narrow scope', async () => {
    const { target, scopes } = await open(impersonation);
    await expect(target.resolve(TAG)).resolves.toBeDefined();
    expect(scopes).toEqual([
      'https://www.googleapis.com/auth/cloud-platform',
      SCOPE,
    ]);
  });

  it('with the scope that was configured', async () => {
    const { target, scopes } = await open(gke, {
      scope: 'cloud-platform.read-only',
    });
    await target.resolve(TAG);
    expect(scopes).toEqual([
      'https://www.googleapis.com/auth/cloud-platform.read-only',
    ]);
  });

  it('once for everybody who asks, and again before the hour is over', async () => {
    const { target, scopes, pass } = await open(gke);
    await Promise.all(Array.from({ length: 20 }, () => target.resolve(TAG)));
    pass(50 * MINUTE_MS);
    await target.resolve(TAG);
    expect(scopes).toHaveLength(1);
    pass(6 * MINUTE_MS);
    await target.resolve(TAG);
    expect(scopes).toHaveLength(2);
  });

  it('goes on with what it has while Google is down, and no longer', async () => {
    const { target, faults, pass } = await open(federation);
    await target.resolve(TAG);
    faults.tokens = () => ({ status: 503 });
    pass(58 * MINUTE_MS);
    await expect(target.resolve(TAG)).resolves.toBeDefined();
    pass(5 * MINUTE_MS);
    await expect(target.resolve(TAG)).rejects.toMatchObject({
      code: 'unavailable',
    });
  }, 30_000);
});

describe('says what is missing and who grants it', () => {
  it.each<
    [
      string,
      typeof federation | typeof gke | typeof key,
      GoogleCloud['faults'],
      string,
      RegExp,
    ]
  >([
    [
      'a pod that is not bound to a service account',
      gke,
      { metadata: () => ({ status: 403, headers: FLAVOR, body: 'Forbidden' }) },
      'denied',
      /no access token \(HTTP 403\)\. .*roles\/iam\.workloadIdentityUser/,
    ],
    [
      'a metadata server that is none',
      gke,
      { metadata: () => ({ body: { access_token: 'x' } }) },
      'denied',
      /cannot be used as they are/,
    ],
    [
      'a subject token that is not taken',
      federation,
      { tokens: () => oauthError('invalid_grant', 'ID Token is stale') },
      'denied',
      /no access token \(HTTP 400, invalid_grant\)/,
    ],
    [
      'a service account that may not be impersonated',
      impersonation,
      {
        tokens: ({ path }) =>
          path.endsWith(':generateAccessToken')
            ? {
                status: 403,
                body: {
                  error: {
                    code: 403,
                    message:
                      "Permission 'iam.serviceAccounts.getAccessToken' denied",
                    status: 'PERMISSION_DENIED',
                  },
                },
              }
            : undefined,
      },
      'denied',
      /no access token \(HTTP 403\)\. /,
    ],
    [
      'a key that was deleted',
      key,
      { oauth: () => oauthError('invalid_grant', 'Invalid JWT Signature.') },
      'denied',
      /\(HTTP 400, invalid_grant\)\. .*renews its key/,
    ],
    [
      'a repository that may not be read',
      gke,
      {
        registry: () => ({
          status: 403,
          body: {
            errors: [
              {
                code: 'DENIED',
                message:
                  'Permission "artifactregistry.repositories.downloadArtifacts" denied',
              },
            ],
          },
        }),
      },
      'denied',
      /roles\/artifactregistry\.reader.*downloadArtifacts/,
    ],
  ])('%s', async (_, start, faults, code, message) => {
    const { target, faults: set } = await open(start);
    Object.assign(set, faults);
    const failed = target.resolve(TAG);
    await expect(failed).rejects.toMatchObject({ code });
    await expect(failed).rejects.toThrow(message);
  });

  it.each([
    [
      'a file that is not there',
      '/nonexistent/key.json',
      /\(ENOENT\)\. .*mounts/,
    ],
    ['a file that is no JSON', __filename, /cannot be used as they are\. /],
  ])('%s', async (_, path, message) => {
    const { target } = await open(async () => path);
    await expect(target.resolve(TAG)).rejects.toThrow(message);
  });

  it('and nothing that was sent, not even to the log', async () => {
    const { target, faults, logged } = await open(federation);
    faults.tokens = () =>
      oauthError('invalid_grant', 'no: eyJhbGciOiJub25lIn0.eyJzdWIiOjF9.x');
    const failure = await target.resolve(TAG).catch(error => error);
    const seen = JSON.stringify([
      failure.message,
      failure.cause.message,
      Object.keys(failure.cause),
      logged,
    ]);
    expect(seen).toContain('invalid_grant: HTTP 400: no: ***');
    expect(seen).not.toMatch(/pod\.jwt|eyJ/);
  });
});
