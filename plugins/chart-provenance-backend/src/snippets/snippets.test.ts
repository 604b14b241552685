import { generateKeyPairSync } from 'node:crypto';
import { mockServices } from '@backstage/backend-test-utils';
import {
  ConsumerRow,
  VersionPage,
  VersionQuery,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';
import { parse } from 'yaml';
import { consumerRow } from '../__testUtils__/attackedMigration';
import { parseConfig } from '../config/parseConfig';
import { Problems } from '../config/problems';
import { ChartRecord } from '../store';
import { legacyServerOf } from './legacyServerOf';
import { ManifestReader } from './manifests/ManifestReader';
import { skeletonOf } from './manifests/skeletonOf';
import { unchangedNote } from './manifests/unchangedNote';
import { SnippetReader } from './SnippetReader';

const HREF = 'https://github.com/acme/gitops/blob/main/shop/payments.yaml';
const inGit = (changes: Partial<ConsumerRow['where']> = {}) =>
  consumerRow({
    kind: 'OCIRepository',
    where: {
      source: 'git:https://github.com/acme/gitops',
      title: 'gitops',
      cluster: null,
      path: 'shop/payments.yaml',
      href: HREF,
      ...changes,
    },
  });

describe('ManifestReader', () => {
  let now = 0;
  const read = jest.fn();
  const reader = () =>
    new ManifestReader({
      urlReader: { readUrl: read },
      logger: mockServices.logger.mock(),
      now: () => new Date(now),
    });
  const answers = (bytes: Uint8Array | string) =>
    read.mockResolvedValue({ buffer: async () => Buffer.from(bytes) });
  beforeEach(() => {
    now = 1_000_000;
    read.mockReset();
  });

  it('reads the file of a consumer in Git once a minute, however often it is asked for', async () => {
    answers('kind: OCIRepository\n');
    const manifests = reader();
    for (let n = 0; n < 3; n += 1) {
      expect(await manifests.read([inGit()])).toEqual([
        expect.objectContaining({
          text: 'kind: OCIRepository\n',
          wholeFile: true,
          title: 'OCIRepository shop/payments in gitops',
        }),
      ]);
    }
    expect(read.mock.calls.map(([url]) => url)).toEqual([HREF]);
    now += 61_000;
    await manifests.read([inGit()]);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it.each<[string, () => void]>([
    ['cannot be read', () => read.mockRejectedValue(new Error('401'))],
    ['is too large', () => answers(new Uint8Array(300 * 1024))],
    ['is no text', () => answers(new Uint8Array([0xff, 0xfe, 0x00]))],
  ])(
    'shows what is known of the object where the file %s',
    async (_, given) => {
      given();
      const [consumer] = await reader().read([inGit()]);
      expect(consumer.wholeFile).toBe(false);
      expect(parse(consumer.text).spec.url).toBe(
        'oci://ghcr.io/acme/charts/payments',
      );
    },
  );

  it('asks nobody for what lies in a cluster, whatever link it has', async () => {
    const rows = [
      consumerRow({
        kind: 'OCIRepository',
        where: { ...inGit().where, source: 'kubernetes:prod' },
      }),
      inGit({ href: null }),
      inGit({ path: null }),
    ];
    expect(await reader().read(rows)).toHaveLength(3);
    expect(read).not.toHaveBeenCalled();
  });

  it('reads ten files for one question, and no more', async () => {
    answers('a: b');
    const rows = Array.from({ length: 50 }, (_, n) =>
      inGit({ href: `${HREF}?${n}` }),
    ).map((row, n) => ({ ...row, id: `${n}` }));
    expect(await reader().read(rows)).toHaveLength(30);
    expect(read).toHaveBeenCalledTimes(10);
  });
});

describe('skeletonOf', () => {
  it.each<[string, Partial<ConsumerRow>, object]>([
    [
      'Application of a legacy chart',
      {
        kind: 'Application',
        form: 'argocd-helm',
        chart: 'https://charts.acme.dev/stable#payments',
      },
      {
        source: {
          repoURL: 'https://charts.acme.dev/stable',
          chart: 'payments',
          targetRevision: '1.0.0',
        },
      },
    ],
    [
      'Application of a chart in a registry',
      { kind: 'Application', form: 'argocd-helm' },
      {
        source: {
          repoURL: 'ghcr.io/acme/charts',
          chart: 'payments',
          targetRevision: '1.0.0',
        },
      },
    ],
    [
      'native Application by digest',
      {
        kind: 'Application',
        form: 'argocd-oci',
        wants: { version: null, digest: 'sha256:aa' },
      },
      {
        source: {
          repoURL: 'oci://ghcr.io/acme/charts/payments',
          path: '.',
          targetRevision: 'sha256:aa',
        },
      },
    ],
    [
      'OCIRepository with a range',
      {
        kind: 'OCIRepository',
        pin: 'range',
        wants: { version: '1.x', digest: null },
      },
      { url: 'oci://ghcr.io/acme/charts/payments', ref: { semver: '1.x' } },
    ],
  ])('%s', (_, changes, spec) => {
    expect(parse(skeletonOf(consumerRow(changes))!).spec).toEqual(spec);
  });

  it('keeps hostile names where they belong', () => {
    const name = 'a\nspec: {evil: true}\n---\n';
    const manifest = parse(
      skeletonOf(consumerRow({ kind: 'OCIRepository', name }))!,
    );
    expect(manifest.metadata.name).toBe(name);
    expect(Object.keys(manifest)).toEqual([
      'apiVersion',
      'kind',
      'metadata',
      'spec',
    ]);
  });
});

describe('unchangedNote', () => {
  it.each<[ConsumerRow['form'], RegExp]>([
    ['flux-oci-repository', /into the OCIRepository that it names/],
    ['flux-helm-repository', /chartRef in place of chart/],
    ['chart-dependency', /helm dependency update/],
    ['other', /in its place/],
  ])('says for %s what to change', (form, words) => {
    const note = unchangedNote(consumerRow({ form }));
    expect(note).toMatch(words);
    expect(note).toMatch(/HelmRelease shop\/payments in Cluster prod-eu/);
  });
});

describe('legacyServerOf', () => {
  it.each([
    ['https://acme.github.io/charts', null, 'github-pages'],
    ['https://acme-charts.s3.eu-west-1.amazonaws.com', null, 's3'],
    ['https://s3.amazonaws.com/acme', null, 's3'],
    ['https://storage.googleapis.com/acme', null, 'gcs'],
    ['https://charts.acme.dev', 'chartmuseum', 'chartmuseum'],
    ['https://charts.acme.dev', 'index', 'unknown'],
    ['https://github.io.evil.dev', null, 'unknown'],
    ['nonsense', null, 'unknown'],
  ])('%s read by %s: %s', (url, method, server) => {
    expect(legacyServerOf(url, method)).toBe(server);
  });
});

const CHART: ChartRecord = {
  chartId: 'payments00000000',
  registry: 'ghcr.io',
  repository: 'acme/charts/payments',
  owner: 'component:default/payments',
  knownBy: 'convention',
  expectedSource: 'github.com/acme/payments',
  policies: ['release'],
  requestedPolicies: ['extra', 'mine'],
  conflict: [],
};

function versionRow(
  version: string,
  status: VersionRow['verdict']['status'],
): VersionRow {
  return {
    digest: `sha256:${version}`,
    version,
    name: 'payments',
    appVersion: null,
    chartLayerDigest: null,
    publishedAt: null,
    firstSeenAt: '2026-01-01T00:00:00.000Z',
    prerelease: version.includes('-'),
    newest: false,
    tags: [{ tag: version.replace('+', '_'), moves: 0 }],
    verdict: {
      status,
      reason: { code: 'policy-met', message: '' },
      signer: null,
      lastVerifiedAt: null,
    },
    sbom: null,
    provenance: null,
  };
}

const newKey = () =>
  String(
    generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
      type: 'spki',
      format: 'pem',
    }),
  );

describe('SnippetReader', () => {
  const [used, other] = [newKey(), newKey()];
  const pems: Record<string, string> = {
    // As a file of an operator may be: words before the key that counts, and another after it.
    used: `Key of the release team\r\n${used}${other}`,
    'secret-project': other,
  };
  const config = parseConfig(
    {
      trust: {
        roots: [
          { id: 'public', type: 'publicGood' },
          { id: 'own', type: 'file', path: '/root.json' },
        ],
        keys: [
          { id: 'used', pem: 'USED' },
          { id: 'secret-project', pem: 'OTHER' },
        ],
      },
      policies: [
        {
          name: 'release',
          anyOf: [{ root: 'own', issuer: 'https://a.dev', subject: 'x' }],
        },
        { name: 'extra', selectable: true, anyOf: [{ key: 'used' }] },
        { name: 'mine', anyOf: [{ key: 'secret-project' }] },
      ],
    },
    new Problems(),
  );
  const readerOf = (rows: VersionRow[]) =>
    new SnippetReader({
      reads: {
        versions: async (_id: string, query: VersionQuery) =>
          ({
            items: rows
              .filter(
                row => !query.status || row.verdict.status === query.status,
              )
              .filter(
                row =>
                  query.prereleases !== false || !row.version.includes('-'),
              )
              .slice(0, query.limit),
          } as VersionPage),
        versionDetail: async () => undefined,
        chart: async () => undefined,
        tellingTags: async () => ({ tags: [], complete: true }),
      },
      legacy: { factsOf: async () => null, repositories: async () => [] },
      config,
      trust: () => ({
        roots: [
          { id: 'public', type: 'publicGood' },
          { id: 'own', type: 'file', trustedRoot: { own: true } },
        ],
        keys: config.trust.keys.map(({ id }) => ({ id, pem: pems[id] })),
        keyrings: [],
        stores: [],
      }),
      manifests: { read: async () => [] },
      images: async () => [],
      urls: { app: 'https://backstage.acme.dev', api: 'https://api.acme.dev' },
      now: () => new Date('2026-11-23'),
    });

  it.each<[string, VersionRow[], string | undefined]>([
    [
      'the newest verified release',
      [
        versionRow('3.0.0-rc', 'verified'),
        versionRow('2.1.0', 'rejected'),
        versionRow('2.0.0', 'verified'),
      ],
      '2.0.0',
    ],
    [
      'else a verified pre-release',
      [versionRow('3.0.0', 'unsigned'), versionRow('3.0.0-rc', 'verified')],
      '3.0.0-rc',
    ],
    [
      'else the newest release',
      [versionRow('3.0.0-rc', 'unsigned'), versionRow('2.0.0', 'rejected')],
      '2.0.0',
    ],
    ['else what there is', [versionRow('3.0.0-rc', 'unsigned')], '3.0.0-rc'],
    ['else nothing', [], undefined],
  ])('names %s', async (_, rows, version) => {
    const input = await readerOf(rows).input(CHART, undefined, []);
    expect(input?.version?.version).toBe(version);
  });

  it('takes the trust that the policies of the chart name, and no other', async () => {
    const input = await readerOf([versionRow('1.0.0+b', 'verified')]).input(
      CHART,
      undefined,
      [],
    );
    expect(input?.policies.map(({ name }) => name)).toEqual([
      'release',
      'extra',
    ]);
    expect(input?.roots).toEqual([
      expect.objectContaining({ id: 'own', trustedRoot: '{"own":true}' }),
    ]);
    expect(input?.keys).toEqual([{ id: 'used', pem: used }]);
    expect(JSON.stringify(input)).not.toContain('secret-project');
    expect(input?.version?.tag).toBe('1.0.0_b');
    expect(input?.pageUrl).toBe(
      'https://backstage.acme.dev/catalog/default/component/payments/chart-provenance',
    );
  });

  it('knows no version that is not there', async () => {
    expect(
      await readerOf([versionRow('1.0.0', 'verified')]).input(
        CHART,
        'sha256:x',
        [],
      ),
    ).toBeUndefined();
  });
});
