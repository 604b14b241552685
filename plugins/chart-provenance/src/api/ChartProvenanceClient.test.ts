import { mockApis } from '@backstage/test-utils';
import { ChartProvenanceClient } from './ChartProvenanceClient';

const chart = { entityRef: 'component:default/pay ments', chartId: 'ab/cd' };
const signOff = {
  result: 'done' as const,
  note: 'ticket 12',
  expiresOn: '2027-03-01',
};
const plan = {
  cutOverOn: '2027-03-01',
  deprecatedOn: null,
  retireOn: null,
  supportedSince: null,
  note: '',
};
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
        'the SBOM',
        () => client.getSbom(chart, 'sha256:12'),
        `${version}/sbom`,
        undefined,
      ],
      [
        'a part of the SBOM',
        () =>
          client.getSbom(chart, 'sha256:12', {
            evidence: 'sha256:34',
            against: 'none',
            filter: 'a&b=c #1',
            licence: 'GPL-2.0+ WITH x/y',
            kind: 'image',
            change: 'added',
            limit: 200,
            cursor: 'p+2=',
          }),
        `${version}/sbom?evidence=sha256%3A34&against=none&filter=a%26b%3Dc+%231&licence=GPL-2.0%2B+WITH+x%2Fy&kind=image&change=added&limit=200&cursor=p%2B2%3D`,
        undefined,
      ],
      [
        'what is distrusted',
        () => client.getDistrust(),
        `${base}/distrust`,
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
      [
        'texts',
        () => client.getSnippets(chart, { version: 'sha256:12' }),
        `${entity}/charts/ab%2Fcd/snippets?version=sha256%3A12`,
        undefined,
      ],
      [
        'a text with options',
        () =>
          client.getSnippet(chart, 'a/b', {
            version: 'sha256:12',
            consumer: 'c&d',
            options: { helm: '3', registry: 'x:y' },
          }),
        `${entity}/charts/ab%2Fcd/snippets/a%2Fb?version=sha256%3A12&consumer=c%26d&option=helm%3A3&option=registry%3Ax%3Ay`,
        undefined,
      ],
      [
        'the environments of a chart',
        () => client.getChartGate(chart),
        `${entity}/charts/ab%2Fcd/gate`,
        undefined,
      ],
      [
        'the log of the gate',
        () =>
          client.getGateLog({
            decision: 'deny',
            filter: 'a b',
            cursor: 'p=2',
          }),
        `${base}/gate/decisions?decision=deny&filter=a+b&cursor=p%3D2`,
        undefined,
      ],
      [
        'one decision',
        () => client.getGateDecision('a/b'),
        `${base}/gate/decisions/a%2Fb`,
        undefined,
      ],
      [
        'the log as a file',
        () => client.exportGateLog('jsonl', { environment: 'x' }),
        `${base}/gate/decisions/export?format=jsonl&environment=x`,
        undefined,
      ],
      [
        'what a change would block',
        () => client.getGateImpact({ kind: 'enforcement', environment: 'x' }),
        `${base}/gate/impact`,
        'POST',
      ],
      [
        'the images',
        () => client.getImages(chart, 'sha256:12'),
        `${version}/images`,
        undefined,
      ],
      [
        'who runs an image',
        () => client.findImages('redis:7'),
        `${base}/images?query=redis%3A7`,
        undefined,
      ],
      ['a check', () => client.lint({ text: 'x' }), `${base}/lint`, 'POST'],
      ['status', () => client.getStatus(), `${base}/status`, undefined],
      [
        'a run of the doctor',
        () => client.runDoctor(),
        `${base}/status/doctor`,
        'POST',
      ],
      [
        'the overview',
        () => client.getOverview(chart.entityRef),
        `${entity}/overview`,
        undefined,
      ],
      [
        'consumers',
        () => client.listConsumers(chart),
        `${entity}/charts/ab%2Fcd/consumers`,
        undefined,
      ],
      [
        'what it consumes',
        () => client.getConsumes(chart.entityRef),
        `${entity}/consumes`,
        undefined,
      ],
      [
        'the migration',
        () => client.getMigration(chart),
        `${entity}/charts/ab%2Fcd/migration`,
        undefined,
      ],
      [
        'the migration as Markdown',
        () => client.getMigrationMarkdown(chart),
        `${entity}/charts/ab%2Fcd/migration.md`,
        undefined,
      ],
      [
        'a sign-off',
        () => client.signOff(chart, 'a/b', signOff),
        `${entity}/charts/ab%2Fcd/migration/checks/a%2Fb`,
        'PUT',
      ],
      [
        'a plan',
        () => client.setPlan(chart, plan),
        `${entity}/charts/ab%2Fcd/migration/plan`,
        'PUT',
      ],
      [
        'unclaimed charts',
        () => client.listUnclaimed({ filter: 'a&b', cursor: 'c=', limit: 50 }),
        `${base}/inventory?state=unclaimed&filter=a%26b&cursor=c%3D&limit=50`,
        undefined,
      ],
      [
        'all unclaimed charts',
        () => client.listUnclaimed(),
        `${base}/inventory?state=unclaimed`,
        undefined,
      ],
      [
        'owners to be written',
        () => client.acceptMappings({ mappings: [] }),
        `${base}/inventory/mappings`,
        'POST',
      ],
    ];

  it.each<[string, () => Promise<unknown>, object]>([
    ['a sign-off', () => client.signOff(chart, 'announced', signOff), signOff],
    ['a plan', () => client.setPlan(chart, plan), plan],
    [
      'owners',
      () =>
        client.acceptMappings({ mappings: [{ id: '~x', entityRef: null }] }),
      { mappings: [{ id: '~x', entityRef: null }] },
    ],
  ])('sends %s as JSON', async (_what, call, body) => {
    await call();
    const [, init] = fetch.mock.calls[0];
    expect(new Headers(init?.headers).get('content-type')).toBe(
      'application/json',
    );
    expect(JSON.parse(String(init?.body))).toEqual(body);
  });

  it('hands Markdown on as it is', async () => {
    fetch.mockResolvedValue(new Response('# payments'));
    await expect(client.getMigrationMarkdown(chart)).resolves.toBe(
      '# payments',
    );
  });

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
