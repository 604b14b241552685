import { JsonObject } from '@backstage/types';
import { testServer } from '../../registries/__testUtils__/testServer';
import { read } from '../../__testUtils__/rawConfig';
import { examine, resultsOf, saidBy } from '../__testUtils__/examine';

const INDEX = `apiVersion: v1
entries:
  payments:
    - name: payments
      version: 1.1.0
      keywords:
        - pay
      maintainers:
      - name: Dana
    - name: payments
      version: 1.0.0
  # a comment
  ledger:
  - name: ledger
    version: 0.1.0
generated: "2026-11-22T00:00:00Z"
`;

const open: { close(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(one => one.close()));
});

type Answer = Parameters<typeof testServer>[0];

async function check(answer: Answer, fields: JsonObject = {}) {
  const server = await testServer(answer);
  open.push(server);
  const url = `http://${server.host}/charts`;
  const report = await examine({
    legacyRepositories: [{ url, allowPrivateAddress: true, ...fields }],
  });
  const section = report.sections.find(({ kind }) => kind === 'legacy');
  return { server, section, text: JSON.stringify(report) };
}

describe('checkLegacyRepository', () => {
  const MIB = 1024 * 1024;

  it.each<[string, ReturnType<Answer>, string, RegExp]>([
    [
      'an index',
      { status: 200, body: INDEX },
      'ok',
      /apiVersion v1, 2 charts, 3 versions, 0\.0 MiB/,
    ],
    [
      'an index as JSON',
      {
        status: 200,
        body: {
          apiVersion: 'v1',
          entries: {
            a: [
              { name: 'a', version: '1.0.0' },
              { name: 'a', version: '1.1.0' },
            ],
          },
        },
      },
      'ok',
      /apiVersion v1, 1 charts, 2 versions/,
    ],
    [
      'an empty index',
      { status: 200, body: 'apiVersion: v1\nentries: {}\n' },
      'ok',
      /0 charts, 0 versions/,
    ],
    [
      'a login page',
      { status: 200, body: '<!DOCTYPE html><html>' },
      'failed',
      /an HTML page.*credentials/,
    ],
    [
      'something else',
      { status: 200, body: 'hello: world' },
      'failed',
      /no index\.yaml/,
    ],
    [
      'nothing',
      { status: 404 },
      'failed',
      /no index\.yaml \(HTTP 404\).*helm repo add/,
    ],
    [
      'an index with something broken in it',
      {
        status: 200,
        body: INDEX.replace(
          '    - name: payments\n',
          '    - [\n    - name: payments\n',
        ),
      },
      'warning',
      /2 charts, 3 versions.* 1 places are left out, the first at payments\[0\], line 4/,
    ],
    ['a failure', { status: 502 }, 'failed', /HTTP 502/],
    [
      'a large one',
      { status: 200, body: `${INDEX}${'#'.repeat(11 * MIB)}` },
      'warning',
      /11\.0 MiB/,
    ],
    [
      'an endless one',
      {
        status: 200,
        headers: { 'content-length': String(65 * MIB) },
        body: INDEX,
      },
      'failed',
      /more than 64 MiB/,
    ],
  ])('finds %s', async (_, answer, result, words) => {
    const { server, section } = await check(() => answer);
    expect(resultsOf(section)).toEqual({
      connection: 'ok',
      credentials: 'ok',
      index: result,
    });
    expect(saidBy(section, 'index')).toMatch(words);
    expect(server.requests.map(({ url }) => url.pathname)).toEqual([
      '/charts/index.yaml',
    ]);
  });

  const guarded: Answer = ({ authorization }) =>
    authorization === 'Bearer t0ps3cret' ||
    authorization === `Basic ${Buffer.from('u:t0ps3cret').toString('base64')}`
      ? { status: 200, body: INDEX }
      : { status: 401 };

  it.each<[JsonObject, string, RegExp]>([
    [{ auth: { type: 'token', token: 't0ps3cret' } }, 'ok', /not refused/],
    [
      { auth: { type: 'basic', username: 'u', password: 't0ps3cret' } },
      'ok',
      /not refused/,
    ],
    [
      { auth: { type: 'basic', username: 'u', password: 'wr0ng' } },
      'failed',
      /refused \(HTTP 401\).*registry-owner/,
    ],
    [{}, 'failed', /none are configured.*operator/],
  ])('signs in with %j', async (fields, result, words) => {
    const { section, text } = await check(guarded, fields);
    expect(resultsOf(section).credentials).toBe(result);
    expect(saidBy(section, 'credentials')).toMatch(words);
    expect(text).not.toMatch(/t0ps3cret|wr0ng|Basic /);
  });

  it('follows no redirect to what is not https', async () => {
    const other = await testServer(() => ({ status: 200, body: INDEX }));
    open.push(other);
    const { section } = await check(() => ({
      status: 302,
      headers: { location: `http://${other.host}/index.yaml` },
    }));
    expect(saidBy(section, 'connection')).toMatch(/Not contacted: .*redirects/);
    expect(other.requests).toEqual([]);
  });

  it('names those that rules know and nobody configured, and contacts none of them', async () => {
    const report = await examine({
      registries: [
        {
          host: 'a.invalid',
          repositories: [
            {
              match: 'x/{name}',
              legacy: 'https://charts.acme.invalid/#{name}',
            },
          ],
        },
      ],
    });
    const section = report.sections.find(({ kind }) => kind === 'legacy');
    expect(section?.title).toBe('https://charts.acme.invalid');
    expect(resultsOf(section)).toEqual({ configured: 'warning' });
  });
});

describe('legacyRepositories', () => {
  it.each<[JsonObject, RegExp]>([
    [{ url: 'charts.acme.dev' }, /url: must be the URL of a legacy repository/],
    [{ url: 'oci://ghcr.io/acme' }, /url: must be the URL/],
    [{ url: 'https://u:p4ss@charts.acme.dev' }, /url: must be the URL/],
    [{ url: 'https://charts.acme.dev/?a=b' }, /url: must be the URL/],
    [{ url: 'https://charts.acme.dev/index.yaml' }, /url: must be the URL/],
    [
      { url: 'http://charts.acme.dev' },
      /url: http: is accepted only together with allowPrivateAddress/,
    ],
    [
      { url: 'https://a.dev', uri: 'x' },
      /unknown key 'uri'; did you mean 'url'/,
    ],
    [
      { url: 'https://a.dev', auth: { type: 'aws' } },
      /auth\.type: must be one of none, basic, token/,
    ],
    [
      { url: 'https://a.dev', auth: { type: 'basic', username: 'u' } },
      /auth\.password: must be a text/,
    ],
  ])('refuses %j, and repeats no secret', (entry, words) => {
    const { problems } = read({ legacyRepositories: [entry] });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(words);
    expect(problems[0]).not.toContain('p4ss');
  });

  it('reads the rest, and refuses one that is there twice', () => {
    const { config, problems } = read({
      legacyRepositories: [
        { url: 'https://Charts.acme.dev/stable//' },
        { url: 'https://charts.acme.dev/stable' },
      ],
    });
    expect(config.legacyRepositories[0]).toEqual({
      url: 'https://charts.acme.dev/stable',
      auth: { type: 'none' },
      allowPrivateAddress: false,
    });
    expect(problems).toEqual([expect.stringContaining('is there twice')]);
  });
});
