import {
  at,
  HTML,
  sendBackstageError,
  sendJson,
  sendText,
} from '../__testUtils__/answers';
import { kubernetesConsumers } from '../__testUtils__/kubernetesConsumers';
import {
  Intercept,
  KubernetesStandIn,
  kubernetesStandIn,
} from '../__testUtils__/kubernetesStandIn';

jest.setTimeout(30_000);

const signal = new AbortController().signal;
let standIn: KubernetesStandIn | undefined;

afterEach(async () => {
  await standIn?.close();
  standIn = undefined;
});

describe('listing fails, and says why, when', () => {
  it.each<[string, Intercept, RegExp, RegExp]>([
    [
      'there is no Kubernetes plugin',
      at('/clusters', response => response.writeHead(404).end()),
      /There is no Kubernetes plugin/,
      /plugin-kubernetes-backend/,
    ],
    [
      'a page answers in its place',
      at('/clusters', sendText(200, 'text/html', HTML)),
      /There is no Kubernetes plugin/,
      /plugin-kubernetes-backend/,
    ],
    [
      'the token is not accepted',
      at('/clusters', r =>
        sendBackstageError(r, 401, 'AuthenticationError', ''),
      ),
      /does not accept the token/,
      /keys/,
    ],
    [
      'this plugin may not list clusters',
      at('/clusters', r => sendBackstageError(r, 403, 'NotAllowedError', '')),
      /does not let this plugin list/,
      /kubernetes\.clusters\.read/,
    ],
    [
      'the plugin has not started',
      at('/clusters', r =>
        sendBackstageError(r, 503, 'ServiceUnavailableError', ''),
      ),
      /not up/,
      /just started/,
    ],
    [
      'the plugin fails',
      at('/clusters', r => sendBackstageError(r, 500, 'Error', 'hunter2')),
      /failed \(HTTP 500\)/,
      /log/,
    ],
    [
      'the answer has another shape',
      at('/clusters', r => sendJson(r, 200, { clusters: [] })),
      /no list of clusters/,
      /version/,
    ],
    [
      'one cluster has no name',
      at('/clusters', r => sendJson(r, 200, { items: [{ title: 'x' }] })),
      /no list of clusters/,
      /version/,
    ],
  ])('%s', async (_name, intercept, message, fix) => {
    standIn = await kubernetesStandIn({ intercept });
    const provider = kubernetesConsumers(standIn);
    await expect(provider.sources({ signal })).rejects.toMatchObject({
      name: 'ConsumerSourceError',
      message: expect.stringMatching(message),
      fix: expect.stringMatching(fix),
    });
  });

  it('takes too long', async () => {
    standIn = await kubernetesStandIn({ intercept: () => true });
    const bounds = { requestMs: 300 };
    const listing = kubernetesConsumers(standIn, { bounds });
    await expect(listing.sources({ signal })).rejects.toMatchObject({
      message: 'The Kubernetes plugin did not answer in time.',
      fix: expect.stringContaining('log'),
    });
  });

  it('the backend does not reach itself', async () => {
    const gone = await kubernetesStandIn();
    await gone.close();
    const listing = kubernetesConsumers(gone).sources({ signal });
    await expect(listing).rejects.toMatchObject({
      message: 'The Kubernetes plugin could not be reached (ECONNREFUSED).',
    });
  });
});
