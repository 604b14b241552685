import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { ConsumerSource } from 'backstage-plugin-chart-provenance-node';
import { read } from '../../__testUtils__/rawConfig';
import { GITOPS_TREE } from './__testUtils__/gitopsTree';
import { TreeReader } from './__testUtils__/treeReader';
import { createGitConsumers } from './createGitConsumers';
import { TreeBounds } from './TreeFilter';

const URL = 'https://github.com/acme/gitops/tree/main/deploy';
const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
const signal = new AbortController().signal;

async function sourceOf(
  urlReader: TreeReader,
  more: { url?: string; bounds?: TreeBounds; exclude?: string[] } = {},
): Promise<ConsumerSource> {
  const { url = URL, bounds, exclude } = more;
  const { config, problems } = read({
    consumers: { git: [{ url, cluster: 'prod-eu', exclude }] },
  });
  expect(problems).toEqual([]);
  const places = [...config.consumers.git, { url }];
  const provider = createGitConsumers({
    places,
    urlReader,
    integrations,
    bounds,
  });
  expect(provider.id).toBe('git');
  const { sources, unreadable } = await provider.sources({ signal });
  expect(unreadable).toEqual([]);
  expect(sources).toHaveLength(1);
  return sources[0];
}

function readerOf(files: Record<string, string | Buffer>, url = URL) {
  const reader = new TreeReader();
  reader.trees.set(url, files);
  return reader;
}

it('reads a repository: what is broken is told, and hides nothing else', async () => {
  const source = await sourceOf(readerOf(GITOPS_TREE));
  expect(source).toMatchObject({
    id: `git:${URL}`,
    title: 'github.com/acme/gitops/tree/main/deploy',
    cluster: null,
  });
  const observation = await source.read({ signal });
  expect(
    observation.consumers.map(({ kind, name, target, pin, path, cluster }) => [
      `${kind} ${name}`,
      'repository' in target ? target.repository : target.kind,
      pin,
      path,
      cluster,
    ]),
  ).toEqual([
    ['Application search', 'legacy', 'version', 'argocd/apps.yml', 'prod-eu'],
    [
      'Application search-next',
      'legacy',
      'version',
      'argocd/apps.yml',
      'prod-eu',
    ],
    [
      'Chart shop',
      'acme/charts/library',
      'version',
      'charts/shop/Chart.yaml',
      null,
    ],
    [
      'HelmRelease payments',
      'acme/charts/payments',
      'version',
      'clusters/prod/apps/payments.yaml',
      'prod-eu',
    ],
    [
      'HelmRelease ledger',
      'acme/charts/ledger',
      'digest',
      'clusters/prod/apps/payments.yaml',
      'prod-eu',
    ],
  ]);
  expect(observation.problems).toEqual([
    {
      where: 'clusters/prod/apps/payments.yaml, document 2',
      message: expect.stringMatching(/^It is not YAML: /),
    },
  ]);
  // What cannot be parsed may have been a consumer before, and may be one still.
  expect(observation).toMatchObject({
    complete: false,
    incompleteBecause: '1 documents could not be parsed.',
  });
});

it('gives what every consumer needs: link, wanted version, gate', async () => {
  const source = await sourceOf(readerOf(GITOPS_TREE));
  const { consumers } = await source.read({ signal });
  const named = (name: string) => consumers.find(each => each.name === name);
  expect(named('ledger')).toMatchObject({
    href: 'https://github.com/acme/gitops/blob/main/deploy/clusters/prod/apps/payments.yaml',
    entityRef: null,
    gate: {
      kind: 'flux-verify',
      identities: [
        { issuer: '^https://token\\.actions\\.githubusercontent\\.com$' },
      ],
    },
  });
  expect(named('search-next')).toMatchObject({
    wants: { version: '3.2.0', digest: null },
    destination: { name: 'prod-eu', server: null, namespace: 'search' },
    target: { repositoryUrl: 'https://charts.acme.dev', name: 'search' },
  });
  expect(named('shop')).toMatchObject({
    wants: { version: '1.4.1', digest: null },
    written: 'oci://ghcr.io/acme/charts library ^1.2.0 (locked at 1.4.1)',
  });
});

it('reads one file by its URL', async () => {
  const url = 'https://github.com/acme/gitops/blob/main/argocd/apps.yml';
  const reader = readerOf({ x: GITOPS_TREE['argocd/apps.yml'] }, url);
  const source = await sourceOf(reader, { url });
  const { consumers, complete } = await source.read({ signal });
  expect(complete).toBe(true);
  expect(consumers.map(({ name, path, href }) => [name, path, href])).toEqual([
    ['search', 'apps.yml', url],
    ['search-next', 'apps.yml', url],
  ]);
});

it('does not read again what did not change', async () => {
  const reader = readerOf({ 'a.yaml': GITOPS_TREE['argocd/apps.yml'] });
  const source = await sourceOf(reader);
  const first = await source.read({ signal });
  expect(await source.read({ signal })).toBe(first);
  reader.trees.set(URL, {});
  reader.etag = 'commit-2';
  expect(await source.read({ signal })).toEqual({
    consumers: [],
    problems: [],
    complete: true,
    incompleteBecause: null,
  });
  expect(reader.read).toHaveLength(3);
});

it('says what is wrong when it cannot be read, without what is in the query', async () => {
  const source = await sourceOf(new TreeReader());
  await expect(source.read({ signal })).rejects.toMatchObject({
    name: 'ConsumerSourceError',
    message: 'There is nothing at the URL, or the token may not see it.',
    fix: expect.stringContaining('consumers.git'),
  });
  const reader = readerOf({});
  reader.readTree = () =>
    Promise.reject(
      new Error('502 from https://me:s3cret@git.acme.dev/x?token=s3cret now'),
    );
  await expect((await sourceOf(reader)).read({ signal })).rejects.toThrow(
    'It could not be read: 502 from https://git.acme.dev/x?… now',
  );
});

describe('exclude', () => {
  const namesOf = async (source: ConsumerSource) => {
    const { consumers } = await source.read({ signal });
    return consumers.map(({ name }) => name);
  };

  it.each([
    ['a file', ['clusters/prod/apps/payments.yaml']],
    ['a folder', ['clusters/prod/apps']],
    ['a folder anywhere', ['**/apps']],
    ['what is in a folder', ['nothing', 'clusters/*/apps/*']],
  ])(
    'leaves out %s: what is broken there stands in nobody’s way',
    async (_, exclude) => {
      const source = await sourceOf(readerOf(GITOPS_TREE), { exclude });
      expect(await source.read({ signal })).toMatchObject({
        problems: [],
        complete: true,
        incompleteBecause: null,
      });
      // The OCIRepository that a release there used is deployed by nobody else.
      expect(await namesOf(source)).toEqual([
        'search',
        'search-next',
        'shop',
        'ledger',
      ]);
    },
  );

  it('leaves nobody’s chart unknown without a word: what a release names may be where nothing is read', async () => {
    const source = await sourceOf(readerOf(GITOPS_TREE), {
      exclude: ['clusters/prod/sources.yaml', 'charts'],
    });
    const { problems } = await source.read({ signal });
    expect(problems).toContainEqual({
      where:
        'clusters/prod/apps/payments.yaml, document 1: HelmRelease shop/payments',
      message:
        'It names HelmRepository flux-system/acme, which was not found. Which chart it uses is not known.',
    });
  });

  it('leaves out nothing that only begins alike', async () => {
    const app = GITOPS_TREE['argocd/apps.yml'];
    const reader = readerOf({ 'apps-2/a.yaml': app, 'x/apps/a.yaml': app });
    const source = await sourceOf(reader, { exclude: ['apps', 'x/app'] });
    expect(await namesOf(source)).toHaveLength(4);
  });

  it('frees the place that a file would take, and tells a file’s own size no more', async () => {
    const reader = readerOf({
      'a.yaml': '#'.repeat(3_000),
      'b.yaml': '',
      'c.yaml': GITOPS_TREE['argocd/apps.yml'],
    });
    const source = await sourceOf(reader, {
      bounds: { fileBytes: 2_000, files: 1, totalBytes: 2_000 },
      exclude: ['a.yaml', 'b.yaml'],
    });
    expect(await source.read({ signal })).toMatchObject({ complete: true });
  });

  it.each([
    ['folder', URL],
    ['file', 'https://github.com/acme/gitops/blob/main/apps.yaml'],
  ])('of all that a %s has is no sign that nobody consumes', async (_, url) => {
    const app = GITOPS_TREE['argocd/apps.yml'];
    const source = await sourceOf(readerOf({ 'apps.yaml': app }, url), {
      url,
      exclude: ['*.yaml'],
    });
    expect(await source.read({ signal })).toMatchObject({
      consumers: [],
      complete: false,
      incompleteBecause: 'Everything that would be read is under exclude.',
    });
  });
});

describe('bounds', () => {
  const app = GITOPS_TREE['argocd/apps.yml'];
  const bounds = { fileBytes: 2_000, files: 2, totalBytes: 3_000 };

  it.each([true, false])(
    'leaves out what is too large, and says that more may be there (sizes told: %s)',
    async tellsSizes => {
      const reader = readerOf({
        'a.yaml': app,
        'large.yaml': `${app}${'#'.repeat(2_000)}`,
        'note.txt': 'x'.repeat(10_000),
      });
      reader.tellsSizes = tellsSizes;
      const source = await sourceOf(reader, { bounds });
      expect(await source.read({ signal })).toMatchObject({
        consumers: [{ name: 'search' }, { name: 'search-next' }],
        problems: [{ where: 'large.yaml' }],
        complete: false,
        incompleteBecause: '1 files are too large.',
      });
    },
  );

  const full = '#'.repeat(1_999);
  it.each<[string, Record<string, string>, boolean]>([
    ['too many files', { 'a.yaml': app, 'b.yaml': '', 'c.yaml': '' }, true],
    ['too many bytes', { 'a.yaml': app, 'b.yaml': full, 'c.yaml': '' }, true],
    [
      'too many bytes, which nobody told beforehand',
      { 'a.yaml': app, 'b.yaml': full },
      false,
    ],
  ])('stops at %s', async (_, files, tellsSizes) => {
    const reader = readerOf(files);
    reader.tellsSizes = tellsSizes;
    const smaller = { ...bounds, totalBytes: 2_500 };
    const source = await sourceOf(reader, { bounds: smaller });
    expect(await source.read({ signal })).toMatchObject({
      consumers: [{ name: 'search' }, { name: 'search-next' }],
      complete: false,
      incompleteBecause: '1 files are more than are read of one place.',
    });
  });

  it('stops when it is told to', async () => {
    const stopping = new AbortController();
    const reader = readerOf({ 'a.yaml': app });
    const source = await sourceOf(reader);
    stopping.abort(new Error('stopped'));
    await expect(source.read({ signal: stopping.signal })).rejects.toThrow(
      'stopped',
    );
  });
});
