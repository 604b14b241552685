import {
  at,
  HTML,
  sendBackstageError,
  sendJson,
  sendStatus,
  sendText,
} from '../__testUtils__/answers';
import { application } from '../__testUtils__/clusterObjects';
import { kubernetesConsumers } from '../__testUtils__/kubernetesConsumers';
import {
  Intercept,
  KubernetesStandIn,
  kubernetesStandIn,
  StandInOptions,
} from '../__testUtils__/kubernetesStandIn';

jest.setTimeout(30_000);

const signal = new AbortController().signal;
let standIn: KubernetesStandIn | undefined;

afterEach(async () => {
  await standIn?.close();
  standIn = undefined;
});

async function read(
  options: StandInOptions,
  config: Parameters<typeof kubernetesConsumers>[1] = {},
) {
  standIn = await kubernetesStandIn(options);
  const provider = kubernetesConsumers(standIn, config);
  const { sources } = await provider.sources({ signal });
  return sources[0].read({ signal });
}

const PROXY_ERROR = "Cluster 'prod' request error; caused by Error: connect ";

describe('a reading fails, and says who refused, when', () => {
  it.each<[string, Intercept, RegExp, RegExp]>([
    [
      'the cluster does not accept the credentials',
      at('/apis', r => sendStatus(r, 401, 'Unauthorized')),
      /prod does not accept the credentials/,
      /serviceAccountToken/,
    ],
    [
      'the cluster does not show its APIs',
      at('/apis', r => sendStatus(r, 403, 'Forbidden')),
      /which APIs there are/,
      /system:discovery/,
    ],
    [
      'the cluster asks to wait',
      at('/applications', r => {
        r.setHeader('retry-after', '90');
        sendStatus(r, 429, 'TooManyRequests');
      }),
      /left alone/,
      /interval/,
    ],
    [
      'the API server fails in the middle',
      at('/applications', r => sendStatus(r, 500, 'InternalError')),
      /API server of prod failed \(HTTP 500\)/,
      /tried again/,
    ],
    [
      'the cluster is down',
      at('/apis', r =>
        sendBackstageError(
          r,
          500,
          'Error',
          `${PROXY_ERROR}ECONNREFUSED 10.0.0.1:6443`,
        ),
      ),
      /could not be reached \(ECONNREFUSED\)/,
      /url/,
    ],
    [
      'its certificate is not trusted',
      at('/apis', r =>
        sendBackstageError(
          r,
          500,
          'Error',
          'caused by Error: unable to verify the first certificate',
        ),
      ),
      /certificate .* not trusted/,
      /caData/,
    ],
    [
      'the plugin gets no credentials',
      at('/apis', r => sendBackstageError(r, 500, 'Error', 'hunter2 is wrong')),
      /could not ask the cluster/,
      /credentials/,
    ],
    [
      'the plugin forgot the cluster meanwhile',
      at('/apis', r =>
        sendBackstageError(r, 404, 'NotFoundError', "Cluster 'prod' not found"),
      ),
      /does not know the cluster prod any more/,
      /next listing/,
    ],
    [
      'the proxy is not allowed',
      at('/apis', r => sendBackstageError(r, 403, 'NotAllowedError', '')),
      /use its proxy/,
      /kubernetes\.proxy/,
    ],
    [
      'a sign-in page answers',
      at('/apis', sendText(200, 'text/html', HTML)),
      /no Kubernetes API server \(HTTP 200 with text\/html\)/,
      /proxies/,
    ],
    [
      'it is redirected',
      at('/apis', r =>
        r.writeHead(302, { location: 'https://evil.dev/' }).end(),
      ),
      /no Kubernetes API server \(HTTP 302\)/,
      /proxies/,
    ],
    [
      'a load balancer answers 403',
      at('/applications', sendText(403, 'text/html', HTML)),
      /no Kubernetes API server \(HTTP 403 with text\/html\)/,
      /proxies/,
    ],
    [
      'what answers is JSON and no API server',
      at('/apis', r => sendJson(r, 200, { kind: 'Cheese', groups: [] })),
      /does not answer as a Kubernetes API server does/,
      /url/,
    ],
    [
      'a list is of another kind',
      at('/applications', r =>
        sendJson(r, 200, {
          kind: 'SecretList',
          apiVersion: 'v1',
          metadata: {},
          items: [{ metadata: { name: 'secret-looking text' } }],
        }),
      ),
      /does not answer as a Kubernetes API server does/,
      /url/,
    ],
    [
      'the JSON breaks off',
      at('/applications', sendText(200, 'application/json', '{"kind":"Appl')),
      /no Kubernetes API server/,
      /proxies/,
    ],
  ])('%s', async (_name, intercept, message, fix) => {
    const reading = read({ objects: [application('payments')], intercept });
    const error = await reading.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({
      name: 'ConsumerSourceError',
      message: expect.stringMatching(message),
      fix: expect.stringMatching(fix),
    });
    // What others wrote is not repeated: nobody knows what is in it.
    expect(String(error) + JSON.stringify(error)).not.toMatch(
      /hunter2|secret-looking|evil\.dev|10\.0\.0\.1/,
    );
  });

  it('hangs', async () => {
    const hangs: Intercept = ({ url }) =>
      url.pathname.endsWith('/applications');
    const objects = [application('payments')];
    await expect(
      // Long enough for what does not hang, on a busy machine too.
      read({ objects, intercept: hangs }, { bounds: { requestMs: 2_000 } }),
    ).rejects.toMatchObject({
      message: 'The cluster prod did not answer in time.',
      fix: expect.stringContaining('overloaded'),
    });
  });

  it('carries on how long the cluster wants to be left alone', async () => {
    const intercept = at('/applications', r => {
      r.setHeader('retry-after', '90');
      sendStatus(r, 429, 'TooManyRequests');
    });
    await expect(
      read({ objects: [application('payments')], intercept }),
    ).rejects.toMatchObject({ retryAfterMs: 90_000 });
  });
});
