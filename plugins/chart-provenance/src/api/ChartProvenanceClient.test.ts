import { mockApis } from '@backstage/test-utils';
import { ChartProvenanceClient } from './ChartProvenanceClient';

const chart = { entityRef: 'component:default/pay ments', chartId: 'ab/cd' };
const base = 'http://example.com/api/chart-provenance';
const entity = `${base}/entities/component/default/pay%20ments`;
const version = `${entity}/charts/ab%2Fcd/versions/sha256%3A12`;

describe('ChartProvenanceClient', () => {
  const fetch = jest.fn<Promise<Response>, [string, RequestInit?]>();
  const client = new ChartProvenanceClient({
    discoveryApi: mockApis.discovery(),
    fetchApi: {
      fetch: async (input, init) => fetch(String(input), init),
    },
  });

  beforeEach(() => {
    fetch.mockReset();
    fetch.mockImplementation(
      async () => new Response('{"entityRef":"x"}', { status: 200 }),
    );
  });

  const CALLS: [string, () => Promise<unknown>, string, string | undefined][] =
    [
      ['entity', () => client.getEntity(chart.entityRef), entity, undefined],
      [
        'versions',
        () =>
          client.listVersions(chart, {
            cursor: 'a=b',
            limit: 200,
            status: 'rejected',
            filter: undefined,
            prereleases: false,
          }),
        `${entity}/charts/ab%2Fcd/versions?cursor=a%3Db&limit=200&status=rejected&prereleases=false`,
        undefined,
      ],
      [
        'all versions',
        () => client.listVersions(chart),
        `${entity}/charts/ab%2Fcd/versions`,
        undefined,
      ],
      [
        'version',
        () => client.getVersion(chart, 'sha256:12'),
        version,
        undefined,
      ],
      [
        'tag history',
        () => client.getTagHistory(chart, '1.0/..'),
        `${entity}/charts/ab%2Fcd/tags/1.0%2F../history`,
        undefined,
      ],
      [
        'evidence',
        () => client.downloadEvidence(chart, 'sha256:12', 'sha256:34'),
        `${version}/evidence/sha256%3A34`,
        undefined,
      ],
      [
        'refresh',
        () => client.refresh(chart),
        `${entity}/charts/ab%2Fcd/refresh`,
        'POST',
      ],
      ['status', () => client.getStatus(), `${base}/status`, undefined],
      [
        'a run of the doctor',
        () => client.runDoctor(),
        `${base}/status/doctor`,
        'POST',
      ],
    ];

  it.each(CALLS)('asks for %s', async (_what, call, url, method) => {
    await call();
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(fetch.mock.calls[0][0]).toBe(url);
    expect(fetch.mock.calls[0][1]?.method).toBe(method);
  });

  it('rejects with the status when the answer is no success', async () => {
    fetch.mockResolvedValue(
      new Response(JSON.stringify({ error: { name: 'NotAllowedError' } }), {
        status: 403,
        headers: { 'content-type': 'application/json' },
      }),
    );
    await expect(client.getEntity(chart.entityRef)).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 403,
    });
  });
});
