import { join } from 'node:path';
import { application, ociRepository } from '../__testUtils__/GitFolder';
import { CHARTS, helm, OTHER, PullRequest } from '../__testUtils__/PullRequest';
import { DIGEST } from '../__testUtils__/standIn';

jest.setTimeout(60_000);

describe('gate --diff', () => {
  let pull: PullRequest;
  beforeAll(async () => {
    pull = await PullRequest.start();
  });
  afterAll(() => pull.close());
  beforeEach(() => pull.renew());

  it('asks for what is new or changed in any of the forms, each once', async () => {
    pull.change(
      {
        'apps/payments.yaml': helm('payments', '1.8.1'),
        'apps/search.yaml': helm('search', '0.11.0'),
        'flux/ledger.yaml': ociRepository('ledger', `{ digest: '${DIGEST}' }`),
        'charts/shop/Chart.yaml':
          'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      },
      {
        'apps/payments.yaml': helm('payments', '1.8.2'),
        'apps/prod/payments.yml': helm('payments', '1.8.2'),
        'apps/oci.yaml': application('checkout', {
          repoURL: `${CHARTS}/checkout`,
          targetRevision: OTHER,
        }),
        'flux/ledger.yaml': ociRepository('ledger', '{ tag: stable }'),
        'helmfile.yaml': `repositories:\n  - { name: acme, url: ghcr.io/acme/charts, oci: true }\nreleases:\n  - { name: edge, chart: acme/edge-cache, version: 0.9.1 }\n  - { name: local, chart: ./here }\n  - { name: pin, chart: 'oci://ghcr.io/acme/charts/search@${OTHER}' }\n`,
        'charts/shop/Chart.yaml':
          'apiVersion: v2\nname: shop\nversion: 1.1.0\ndependencies:\n  - { name: common, version: 2.0.0+b1, repository: oci://ghcr.io/acme/charts }\n',
        'README.md': helm('nothing', '9.9.9'),
      },
    );
    const { code, out, err } = await pull.diff();
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(pull.asked).toEqual([
      `${CHARTS}/checkout@${OTHER}`,
      `${CHARTS}/common:2.0.0_b1`,
      `${CHARTS}/edge-cache:0.9.1`,
      `${CHARTS}/ledger:stable`,
      `${CHARTS}/payments:1.8.2`,
      `${CHARTS}/search@${OTHER}`,
    ]);
    expect(out).toMatch(
      /✔ allowed +oci:\/\/ghcr\.io\/acme\/charts\/payments:1\.8\.2, apps\/payments\.yaml:9, Application payments, /,
    );
    expect(out).toMatch(/apps\/prod\/payments\.yml:9/);
    expect(out).toMatch(/payments:1\.8\.2[^]*Note: It names no digest/);
    const [, checkout] = /(✔.*checkout@[^]*?)(?=✔|$)/.exec(out) ?? [];
    expect(checkout).not.toMatch(/Note/);
  });

  it('asks for nothing that only moved, in its file or with it, and nothing that went', async () => {
    const two = [helm('payments', '1.8.2'), helm('search', '0.11.0')];
    pull.change(
      {
        'apps/all.yaml': two.join('---\n'),
        'apps/gone.yaml': helm('gone', '1.0.0'),
        'old/ledger.yaml': ociRepository('ledger', '{ tag: 3.0.0 }'),
      },
      {
        'apps/all.yaml': `# Sorted.\n${two.reverse().join('---\n')}`,
        'apps/gone.yaml': null,
        'old/ledger.yaml': null,
        'old/renamed.yaml': ociRepository('ledger', '{ tag: 3.0.0 }'),
      },
    );
    const { code, out } = await pull.diff();
    expect({ code, out }).toEqual({
      code: 0,
      out: 'No reference to a chart is new or changed.\n',
    });
    expect(pull.server.heard).toEqual([]);
  });

  it('sees a release whose repository was changed in another file', async () => {
    const repo = (place: string) =>
      `apiVersion: source.toolkit.fluxcd.io/v1\nkind: HelmRepository\nmetadata: { name: acme, namespace: shop }\nspec: { type: oci, url: 'oci://${place}' }\n`;
    pull.change(
      {
        'flux/release.yaml':
          'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: payments, namespace: shop }\nspec:\n  chart:\n    spec:\n      chart: payments\n      version: 1.8.2\n      sourceRef: { kind: HelmRepository, name: acme }\n',
        'flux/pull.repository.yaml': repo('ghcr.io/acme/charts'),
      },
      { 'flux/pull.repository.yaml': repo('ghcr.io/evil/charts') },
    );
    const { code, out } = await pull.diff();
    expect(pull.asked).toEqual(['oci://ghcr.io/evil/charts/payments:1.8.2']);
    expect(code).toBe(1);
    expect(out).toMatch(
      /✖ DENIED .*flux\/release\.yaml:8, HelmRelease shop\/payments/,
    );
  });

  it('asks for what moves to another folder, which is often another environment', async () => {
    const app = helm('payments', '2.0.0');
    pull.change(
      { 'clusters/staging/payments.yaml': app, 'other/search.yaml': app },
      {
        'clusters/staging/payments.yaml': null,
        'clusters/prod/payments.yaml': app,
      },
    );
    await pull.diff('clusters/prod');
    await pull.diff();
    expect(pull.asked).toEqual([
      `${CHARTS}/payments:2.0.0`,
      `${CHARTS}/payments:2.0.0`,
    ]);
  });

  it('looks below the paths only, from where it is run', async () => {
    pull.change(
      { 'a.yaml': 'a: 1\n' },
      {
        'dev/a.yaml': helm('payments', '1.8.2'),
        'prod/b.yaml': helm('search', '0.11.0'),
        'production/c.yaml': helm('ledger', '3.0.0'),
      },
    );
    await pull.diff(join(pull.repository.path, 'prod'));
    expect(pull.asked).toEqual([`${CHARTS}/search:0.11.0`]);
    expect((await pull.diff('/nowhere')).err).toMatch(
      /outside of the repository/,
    );
  });

  it('reads what UTF-16 says', async () => {
    const text = Buffer.from(`\ufeff${helm('payments', '1.8.2')}`, 'utf16le');
    pull.change({ 'a.yaml': 'a: 1\n' }, { 'b.yaml': text });
    await pull.diff();
    expect(pull.asked).toEqual([`${CHARTS}/payments:1.8.2`]);
  });

  it('annotates for GitHub, with every name escaped', async () => {
    const name = 'apps/a,b: c%\n::error::x.yaml';
    pull.change({ 'a.yaml': 'a: 1\n' }, { [name]: helm('evil', '1.0.0') });
    const { out } = await pull.diff('--github');
    const commands = out.split('\n').filter(line => line.startsWith('::'));
    expect(commands).toEqual([
      expect.stringMatching(
        /^::error file=apps\/a%2Cb%3A c%25%0A%3A%3Aerror%3A%3Ax\.yaml,line=9,title=DENIED%3A oci%3A\/\/ghcr\.io\/acme\/charts\/evil%3A1\.0\.0::It was signed by somebody else\. .*%0AIt names no digest.*%0Ahttps:\/\/backstage/,
      ),
    ]);
  });

  it('reports to GitLab what GitLab reads, and to people beside it', async () => {
    pull.change({ 'a.yaml': 'a: 1\n' }, { 'b.yaml': helm('evil', '1.0.0') });
    const { code, out, err } = await pull.diff('--gitlab');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual([
      {
        description: expect.stringMatching(/^DENIED: oci:.*somebody else/),
        check_name: 'chart-provenance-gate-denied',
        fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        severity: 'blocker',
        location: { path: 'b.yaml', lines: { begin: 9 } },
      },
    ]);
    expect(err).toMatch(/✖ DENIED/);
  });
});
