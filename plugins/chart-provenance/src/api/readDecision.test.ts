import { mockApis } from '@backstage/test-utils';
import { ChartProvenanceClient } from './ChartProvenanceClient';

const base = 'http://example.com/api/chart-provenance';

describe('asking the gate', () => {
  const fetch = jest.fn<Promise<Response>, [string, RequestInit?]>();
  const client = new ChartProvenanceClient({
    discoveryApi: mockApis.discovery(),
    fetchApi: { fetch: async (input, init) => fetch(String(input), init) },
  });

  beforeEach(() => fetch.mockReset());

  const ask = () =>
    client.checkGate({ reference: 'oci://x/y:1', environment: 'prod' });
  const answerWith = (status: number, body: string) =>
    fetch.mockImplementation(async () => new Response(body, { status }));

  it.each([200, 412, 503])(
    'takes a decision that comes with %d',
    async status => {
      answerWith(status, '{"decision":"deny","reasons":[],"id":"x"}');
      expect(await ask()).toMatchObject({ decision: 'deny', id: 'x' });
      const [url, init] = fetch.mock.calls[0];
      expect(url).toBe(`${base}/gate`);
      expect(JSON.parse(String(init?.body))).toEqual({
        reference: 'oci://x/y:1',
        environment: 'prod',
      });
    },
  );

  it.each([
    [503, '<html>no upstream</html>'],
    [503, '{"error":{"name":"ServiceUnavailableError","message":"log"}}'],
    [412, '{"decision":"deny"}'],
    [200, '{}'],
    [403, '{"decision":"allow","reasons":[]}'],
    [400, '{"error":{"name":"InputError","message":"no"}}'],
  ])('takes nothing else for one: %d %s', async (status, body) => {
    answerWith(status, body);
    await expect(ask()).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: status,
    });
  });
});
