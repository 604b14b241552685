import { closeAll, INDEX, readFrom, serve } from './__testUtils__/readFrom';

afterEach(closeAll);

const MUSEUM = '{"pay":[{"name":"pay","version":"2.0.0"}]}';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

describe('ChartMuseum', () => {
  it('is read by its API', async () => {
    const server = await serve((path, response) =>
      path === '/api/charts'
        ? response.writeHead(200, { ...JSON_TYPE, etag: '"x"' }).end(MUSEUM)
        : response.end(INDEX),
    );
    expect(await readFrom(server.url, { askApi: true })).toMatchObject({
      method: 'chartmuseum',
      entries: [{ version: '2.0.0' }],
      validator: null,
    });
    expect(await readFrom(server.url)).toMatchObject({ method: 'index' });
    expect(server.requests.map(({ path }) => path)).toEqual([
      '/api/charts',
      '/index.yaml',
    ]);
  });

  it.each<[string, number, Record<string, string>, string]>([
    ['is not there', 404, JSON_TYPE, '{"error":"not found"}'],
    ['wants credentials', 401, JSON_TYPE, '{}'],
    ['fails', 500, JSON_TYPE, MUSEUM],
    [
      'is a page of something else',
      200,
      { 'content-type': 'text/html' },
      '<html>',
    ],
    [
      'says that it is something else',
      200,
      { 'content-type': 'text/html' },
      MUSEUM,
    ],
    ['is empty', 200, JSON_TYPE, '{}'],
    ['is another API', 200, JSON_TYPE, '{"charts":[{"id":7}],"total":1}'],
    ['is a list', 200, JSON_TYPE, '[]'],
    ['is cut off', 200, JSON_TYPE, MUSEUM.slice(0, -2)],
    ['redirects', 302, { location: 'http://127.0.0.1:1/' }, ''],
    ['is endless', 200, { ...JSON_TYPE, 'content-length': '10000000000' }, ''],
  ])('whose API %s is read by its index', async (_, status, headers, text) => {
    const server = await serve((path, response) => {
      if (path !== '/api/charts') {
        response.end(INDEX);
        return;
      }
      response.writeHead(status, headers);
      if (headers['content-length']) {
        response.write('x');
      } else {
        response.end(text);
      }
    });
    expect(await readFrom(server.url, { askApi: true })).toMatchObject({
      method: 'index',
      entries: [{ version: '1.0.0' }],
    });
  });

  it('that lists too much is refused, whatever its index says', async () => {
    const many = JSON.stringify({
      pay: Array.from({ length: 100_001 }, (_, at) => ({
        name: 'pay',
        version: `1.0.${at}`,
      })),
    });
    const server = await serve((path, response) =>
      path === '/api/charts'
        ? response.writeHead(200, JSON_TYPE).end(many)
        : response.end(INDEX),
    );
    await expect(readFrom(server.url, { askApi: true })).rejects.toMatchObject({
      code: 'too-many',
    });
  }, 20_000);
});
