import { execFileSync } from 'node:child_process';
import MarkdownIt from 'markdown-it';
import type { TagHistory, TagObservation } from '../../api/tagTypes';
import type { RegistryKind } from '../../quirks/types';
import { ciInput, withChart } from '../ci/testing/ciInput';
import { listSnippets, makeSnippet } from '../makeSnippet';
import { namesTag } from './namesTag';

const HOSTS: [RegistryKind, string, string][] = [
  ['ghcr', 'ghcr.io', 'acme/charts'],
  ['dockerHub', 'docker.io', 'acme'],
  ['ecr', '123456789012.dkr.ecr.eu-central-1.amazonaws.com', 'charts'],
  ['acr', 'acme.azurecr.io', 'charts'],
  ['gar', 'europe-docker.pkg.dev', 'acme-prod/charts'],
  ['harbor', 'harbor.acme.example', 'charts/stable'],
  ['quay', 'quay.io', 'acme'],
  ['artifactory', 'acme.jfrog.io', 'oci-charts/stable'],
  ['gitlab', 'registry.gitlab.com', 'acme/payments'],
  ['distribution', 'zot.acme.example', 'charts'],
  ['unknown', 'registry.acme.example', 'charts'],
];
const inputFor = ([registryKind, registry, parent]: (typeof HOSTS)[number]) =>
  withChart({ registryKind, registry, repository: `${parent}/payments` });

describe('settings of registries', () => {
  it.each(HOSTS)(
    '%s: what is written parses, or it is said why not',
    (...host) => {
      const input = inputFor(host);
      const heads = listSnippets(input).filter(({ id }) =>
        /^registry-/.test(id),
      );
      expect(heads).toHaveLength(2);
      const refused = heads.flatMap(({ unavailable }) => unavailable ?? []);
      expect(refused.filter(why => !why.endsWith('.'))).toEqual([]);
      for (const { id } of heads.filter(one => one.unavailable === null)) {
        for (const { value } of makeSnippet(id, input).options[0].values) {
          const { files, guarantees } = makeSnippet(id, input, { form: value });
          expect(guarantees).toMatch(/\.$/);
          expect(files[0].text.length).toBeGreaterThan(100);
          // What is no script has as many braces as it closes.
          const shell = value === 'commands';
          execFileSync('sh', ['-n'], { input: shell ? files[0].text : '' });
          const braces = (of: string) => files[0].text.split(of).length;
          expect(shell || braces('{') === braces('}')).toBe(true);
        }
      }
    },
  );

  it.each<[RegistryKind, string, RegExp]>([
    ['ghcr', 'registry-immutability', /has no immutable tags/],
    ['dockerHub', 'registry-retention', /deletes nothing by rules/],
    ['unknown', 'registry-immutability', /not known what registry/],
  ])('%s has no %s', (kind, id, why) => {
    const host = HOSTS.find(([one]) => one === kind)!;
    const head = listSnippets(inputFor(host)).find(one => one.id === id);
    expect(head?.unavailable).toMatch(why);
  });

  it.each<[RegistryKind, string, string]>([
    ['ecr', 'registry-immutability', 'filterType=WILDCARD,filter=sha256-*'],
    ['acr', 'registry-retention', 'Never with --untagged'],
    ['harbor', 'registry-immutability', '"pattern": "sha256-*"'],
    ['gitlab', 'registry-retention', '"name_regex_keep": "sha256-.*"'],
    ['artifactory', 'registry-retention', '"maxUniqueTags": 0'],
    ['distribution', 'registry-retention', '"deleteReferrers": false'],
  ])('%s: %s minds its trap', (kind, id, text) => {
    const host = HOSTS.find(([one]) => one === kind)!;
    expect(makeSnippet(id, inputFor(host)).files[0].text).toContain(text);
  });

  it('counts no images in ECR, and takes account and region from the host', () => {
    const { files } = makeSnippet('registry-retention', inputFor(HOSTS[2]));
    expect(files[0].text).not.toContain('imageCountMoreThan');
    expect(files[0].text).toContain(
      'ACCOUNT=123456789012\nREGION=eu-central-1',
    );
  });

  it.each([
    ['ecr', 'public.ecr.aws', 'public gallery'],
    ['gar', 'eu.gcr.io', 'gcr.io redirects'],
  ] as const)('refuses %s at %s', (registryKind, registry, why) => {
    const heads = listSnippets(withChart({ registryKind, registry }));
    expect(
      heads.find(({ id }) => id === 'registry-immutability')?.unavailable,
    ).toContain(why);
  });
});

const observed = (
  day: string,
  version: string | null,
  letter: string,
  change: TagObservation['change'],
): TagObservation => ({
  digest: `sha256:${letter.repeat(64)}`,
  version,
  chartLayerDigest: null,
  firstSeenAt: `${day}T10:00:00Z`,
  lastSeenAt: `${day}T22:00:00Z`,
  change,
});

describe('why not latest', () => {
  const LATEST: TagHistory = {
    tag: 'latest',
    observations: [
      observed('2026-11-03', '1.7.0', 'b', 'rollback'),
      observed('2026-11-01', '1.8.0', 'a', 'first'),
    ],
  };
  const REPUBLISHED: TagHistory = {
    tag: '1.8.2',
    observations: [
      observed('2026-11-04', '1.8.2', 'd', 're-publish'),
      observed('2026-11-02', '1.8.2', 'c', 'first'),
    ],
  };
  const textFor = (input: Parameters<typeof makeSnippet>[1]) =>
    makeSnippet('why-not-latest', input).files[0].text;

  it('is told with what the tags did', () => {
    const text = textFor(ciInput(undefined, { tags: [LATEST, REPUBLISHED] }));
    expect(text).toContain('may point at anything: `latest`.');
    expect(text).toContain('more than one digest: `1.8.2`.');
    expect(text).toContain(
      '| 2026-11-03 | 2026-11-03 | 1.7.0 | `sha256:bbbbbbbbbbbb` | moved back to a lower version |',
    );
    expect(text).toContain(
      'Whoever installed `latest` before 2026-11-03 may run 1.8.0',
    );
    expect(text).toContain('It went to a lower version');
    expect(text).toContain('Another chart came under the same name');
  });

  it('makes nothing up where nothing was seen', () => {
    const { files, notes } = makeSnippet('why-not-latest', ciInput());
    expect(files[0].text).toContain('No version was seen');
    expect(files[0].text).not.toContain('Whoever installed');
    expect(notes).toEqual(['No tag of this chart was seen to move yet.']);
  });

  it('says of which tags it speaks where there are more, and nothing where nobody looked', () => {
    const at = '2026-11-01T00:00:00.000Z';
    const some = { ...ciInput(), tagsRead: { at, complete: false } };
    const { text } = makeSnippet('why-not-latest', some).files[0];
    expect(text).toMatch(/there are more/);
    expect(text).not.toMatch(/^No (?:tag|version)/m);
    const unread = { ...ciInput(), tagsRead: { at: null, complete: true } };
    const head = listSnippets(unread).find(({ id }) => id === 'why-not-latest');
    expect(head?.unavailable).toMatch(/not read from its registry yet/);
  });

  it('names the consumers that follow the tag', () => {
    const consumer = (title: string, text: string) => ({
      ...{ id: title, kind: 'Application', name: 'x', namespace: null, title },
      ...{ part: '', path: null, href: null, text, wholeFile: true },
    });
    const text = textFor(
      ciInput(undefined, {
        tags: [LATEST],
        consumers: [
          consumer(
            'shop <b>one</b>',
            'repoURL: oci://ghcr.io/acme/charts/payments\ntargetRevision: latest\n',
          ),
          consumer(
            'two',
            `repoURL: oci://ghcr.io/acme/charts/payments\ntargetRevision: sha256:${'a'.repeat(
              64,
            )}\n# latest\n`,
          ),
          consumer('three', 'chart: ledger\nversion: latest\n'),
        ],
      }),
    );
    expect(text).toContain('- shop \\<b\\>one');
    expect(text).not.toContain('- two');
    expect(text).not.toContain('- three');
  });

  it.each([
    ['helm install x oci://ghcr.io/acme/charts/payments:latest', true],
    ['{chart: payments, version: "latest"}', true],
    ['chart: payments-api\nversion: latest', false],
    ['chart: payments\nversion: latest-1', false],
  ])('%s: %s', (text, expected) => {
    expect(namesTag(text, 'acme/charts/payments', 'latest')).toBe(expected);
  });

  it.each(['`', '|', '<img src=x>', '\n# x', '](http://x)'])(
    'keeps %j in its cell',
    hostile => {
      const text = textFor(
        ciInput(undefined, {
          tags: [
            {
              tag: `latest${hostile}`,
              observations: LATEST.observations.map(one => ({
                ...one,
                version: hostile,
              })),
            },
          ],
        }),
      );
      expect(new MarkdownIt({ html: true }).render(text)).not.toMatch(
        /<img|<h1>x|href/,
      );
      expect(text.split('\n').filter(line => /^# /.test(line))).toHaveLength(1);
      for (const row of text.split('\n').filter(line => /^\|/.test(line))) {
        expect(row.replace(/\\\|/g, '').split('|')).toHaveLength(7);
      }
    },
  );
});
