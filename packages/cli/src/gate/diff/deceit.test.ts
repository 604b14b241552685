import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { ociRepository } from '../__testUtils__/GitFolder';
import { helm, PullRequest } from '../__testUtils__/PullRequest';
import { DIGEST } from '../__testUtils__/standIn';

jest.setTimeout(60_000);

const APP = helm('payments', '1.8.2');

/** Whoever opens the pull request wants a chart deployed that nobody is asked about. */
describe('gate --diff, when it is to be deceived', () => {
  let pull: PullRequest;
  beforeAll(async () => {
    pull = await PullRequest.start();
  });
  afterAll(() => pull.close());
  beforeEach(() => pull.renew());

  const HELM_CHARTS = '[{ name: x, repo: oci://ghcr.io/evil, version: 1.0.0 }]';
  const hidden = (version: string) => APP.replace(/^apiVersion: .*/, version);
  it.each<[string, string, string]>([
    [
      'a kustomization without an ending',
      'k/Kustomization',
      `helmCharts: ${HELM_CHARTS}\n`,
    ],
    [
      'one in braces',
      'k/kustomization.yaml',
      `{ "resources": [], "helmCharts": ${HELM_CHARTS} }\n`,
    ],
    [
      'one that is indented',
      'k/kustomization.yaml',
      `  resources: []\n  helmCharts: ${HELM_CHARTS}\n`,
    ],
    [
      'one with escapes',
      'k/kustomization.yaml',
      `"helm\\u0043harts": ${HELM_CHARTS}\n`,
    ],
    [
      'one that is no YAML',
      'k/kustomization.yaml',
      `helmCharts : ${HELM_CHARTS}\nx: [\n`,
    ],
    [
      'the generator of Kustomize',
      'k/generator.yaml',
      'apiVersion: builtin\nkind: HelmChartInflationGenerator\nmetadata: { name: x }\nname: x\nrepo: oci://ghcr.io/evil\nversion: 1.0.0\n',
    ],
    [
      'a resource under another name',
      'k/kustomization.yaml',
      'resources: [deploy.txt]\n',
    ],
    [
      'a comment after apiVersion',
      'b.yaml',
      hidden('apiVersion: # x\n  argoproj.io/v1alpha1'),
    ],
    [
      'much space after apiVersion',
      'b.yaml',
      hidden(`apiVersion:${' '.repeat(200)}argoproj.io/v1alpha1`),
    ],
    [
      'an escape in apiVersion',
      'b.yaml',
      hidden('"api\\u0056ersion": argoproj.io/v1alpha1'),
    ],
    [
      'both in a list',
      'b.yaml',
      `apiVersion: v1\nkind: List\nitems:\n- ${hidden(
        '"api\\u0056ersion": "argo\\u0070roj.io/v1alpha1"',
      )
        .trim()
        .replaceAll('\n', '\n  ')}\n`,
    ],
    [
      'apiVersion in base64',
      'b.yaml',
      hidden('apiVersion: !!binary YXJnb3Byb2ouaW8vdjFhbHBoYTE='),
    ],
  ])('is not deceived by %s', async (_, path, text) => {
    pull.change({ 'a.yaml': 'a: 1\n' }, { [path]: text, 'k/deploy.txt': 'x' });
    const { code, out } = await pull.diff('--allow-unasked');
    expect({ code, asked: pull.asked }).toEqual({ code: 3, asked: [] });
    expect(out).toMatch(/^\? NOT READ /m);
  });

  it('takes no repository of two with one name for the one that counts', async () => {
    const repository = (place: string) =>
      `apiVersion: source.toolkit.fluxcd.io/v1\nkind: HelmRepository\nmetadata: { name: acme, namespace: shop }\nspec: { type: oci, url: 'oci://${place}' }\n`;
    const release =
      'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: payments, namespace: shop }\nspec:\n  chart:\n    spec:\n      chart: payments\n      version: 1.8.2\n      sourceRef: { kind: HelmRepository, name: acme }\n';
    const helmfile = (first: string, second: string) =>
      `repositories:\n  - { name: acme, url: ${first}, oci: true }\n  - { name: acme, url: ${second}, oci: true }\nreleases:\n  - { name: edge, chart: acme/edge, version: 1.0.0 }\n`;
    pull.change(
      {
        'flux/release.yaml': release,
        'flux/repository.yaml': repository('ghcr.io/acme/charts'),
        'helmfile.yaml': helmfile('ghcr.io/acme/charts', 'ghcr.io/acme/charts'),
      },
      {
        'flux/a.yaml': repository('ghcr.io/acme/charts'),
        'flux/repository.yaml': repository('ghcr.io/evil/charts'),
        'flux/z.yaml': repository('ghcr.io/acme/charts'),
        'helmfile.yaml': helmfile('ghcr.io/acme/charts', 'ghcr.io/evil/charts'),
      },
    );
    const { code } = await pull.diff();
    expect(code).not.toBe(0);
  });

  it.each<[string, Record<string, string>, Record<string, string | null>]>([
    ['CRLF', {}, { 'b.yaml': helm('evil', '1.0.0').replaceAll('\n', '\r\n') }],
    ['a byte order mark', {}, { 'b.yaml': `\ufeff${helm('evil', '1.0.0')}` }],
    ['NUL', {}, { 'b.yaml': `${helm('evil', '1.0.0')}# \0\n` }],
    ['a name with lines', {}, { 'b\n.yaml': helm('evil', '1.0.0') }],
    ['a name like an option', {}, { '--output=x.yaml': helm('evil', '1.0.0') }],
    [
      'a pin that went',
      { 'b.yaml': ociRepository('evil', `{ digest: '${DIGEST}' }`) },
      { 'b.yaml': ociRepository('evil', '{}') },
    ],
    [
      'a second target of the same name',
      { 'b.yaml': helm('payments', '1.8.2') },
      {
        'b.yaml': `${helm('payments', '1.8.2')}---\n${helm(
          'payments',
          '1.8.2',
        ).replaceAll('acme/charts', 'evil/charts')}`,
      },
    ],
    [
      'two equal keys',
      {},
      {
        'b.yaml': helm('payments', '1.8.2')
          .replace(
            '    repoURL:',
            '    repoURL: ghcr.io/acme/charts\n    repoURL:',
          )
          .replace(
            /repoURL: ghcr.io\/acme\/charts\n {4}chart/,
            'repoURL: ghcr.io/evil/charts\n    chart',
          ),
      },
    ],
    [
      'a merge key',
      {},
      {
        'b.yaml': `x: &x { repoURL: ghcr.io/evil/charts, chart: evil }\n${helm(
          'payments',
          '1.8.2',
        ).replace(/ {4}repoURL: .*\n {4}chart: .*\n/, '    <<: *x\n')}`,
      },
    ],
    [
      'a list',
      {},
      {
        'b.json': JSON.stringify({
          apiVersion: 'v1',
          kind: 'List',
          items: [
            {
              apiVersion: 'argoproj.io/v1alpha1',
              kind: 'Application',
              metadata: { name: 'x' },
              spec: {
                sources: [
                  {
                    repoURL: 'ghcr.io/evil',
                    chart: 'x',
                    targetRevision: '1.0.0',
                  },
                ],
              },
            },
          ],
        }),
      },
    ],
    [
      'a lock that went',
      {
        'c/Chart.yaml':
          'apiVersion: v2\nname: c\nversion: 1.0.0\ndependencies:\n  - { name: evil, version: ^1.0.0, repository: oci://ghcr.io/acme/charts }\n',
        'c/Chart.lock':
          'dependencies:\n  - { name: evil, version: 1.0.0, repository: oci://ghcr.io/acme/charts }\n',
      },
      { 'c/Chart.lock': null },
    ],
  ])('sees what comes with %s', async (_, before, after) => {
    pull.change({ 'a.yaml': 'a: 1\n', ...before }, after);
    const { code } = await pull.diff();
    expect(code).not.toBe(0);
  });

  it('sees a submodule that Git is told to ignore, and a file that becomes a link', async () => {
    const { repository } = pull;
    pull.change({ 'a.yaml': 'a: 1\n', 'b.yaml': APP }, { 'b.yaml': null });
    const ignored =
      '[submodule "sub"]\n\tpath = sub\n\turl = ./\n\tignore = all\n';
    repository.write('.gitmodules', ignored);
    symlinkSync('a.yaml', join(repository.path, 'b.yaml'));
    repository.commit();
    const id = repository.git('rev-parse', 'HEAD').trim();
    repository.git('update-index', '--add', '--cacheinfo', `160000,${id},sub`);
    repository.git('commit', '--quiet', '--message', 'sub');
    const { code, out } = await pull.diff('--allow-unasked');
    expect(code).toBe(3);
    expect(out).toMatch(/NOT READ +sub[^]*submodule/);
    expect(out).toMatch(/NOT READ +b\.yaml[^]*symbolic link/);
  });
});
