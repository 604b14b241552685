import { readdirSync } from 'node:fs';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { findHelm } from '../__testUtils__/findHelm';
import { makeChart } from '../__testUtils__/makeArchive';
import { HelmRenderer, Rendering } from './HelmRenderer';

jest.setTimeout(60_000);

const never = new AbortController().signal;
const helms = (['4', '3'] as const).flatMap(version => {
  const helm = findHelm(version);
  return helm ? [{ version, helm }] : [];
});

const withHelm = helms.length > 0 ? describe : describe.skip;

/** Folders of renderings that are still there. */
const folders = () =>
  readdirSync(tmpdir()).filter(name =>
    name.startsWith('chart-provenance-helm-'),
  );

const manifestsOf = (rendering: Rendering) =>
  'manifests' in rendering ? rendering.manifests : rendering;

withHelm.each(helms.length > 0 ? helms : [{ version: 'none', helm: '' }])(
  'charts rendered by helm $version',
  ({ helm }) => {
    let server: Server;
    let asked: string[];
    let url: string;
    const render = (
      files: Record<string, string>,
      timeoutMs = 20_000,
      signal = never,
    ) =>
      new HelmRenderer({ helm, timeoutMs }).render(
        makeChart(files),
        'payments',
        signal,
      );

    beforeAll(async () => {
      server = createServer((request, response) => {
        asked.push(request.url ?? '');
        response.end('{}');
      });
      await new Promise<void>(done => server.listen(0, '127.0.0.1', done));
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    beforeEach(() => {
      asked = [];
    });
    afterAll(() => new Promise(done => server.close(done)));

    it('with its own values, its name, and no tests', async () => {
      const rendering = await render({
        'values.yaml': 'image: ghcr.io/acme/app:1',
        'templates/a.yaml':
          'kind: A\nname: {{ .Release.Name }}\nimage: {{ .Values.image }}',
        'templates/b.yaml':
          'kind: B\nmetadata: {annotations: {helm.sh/hook: test}}',
      });
      expect(manifestsOf(rendering)).toContain(
        'name: payments\nimage: ghcr.io/acme/app:1',
      );
      expect(manifestsOf(rendering)).not.toContain('kind: B');
      expect(folders()).toEqual([]);
    });

    it('asks nobody, whatever its schema refers to', async () => {
      const schema = JSON.stringify({
        $schema: 'http://json-schema.org/draft-07/schema#',
        properties: {
          a: { $ref: `${url}/schema.json` },
          b: { $ref: 'file:///etc/passwd' },
        },
      });
      const rendering = await render({
        'values.yaml': 'a: 1',
        'values.schema.json': schema,
        'charts/sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0',
        'charts/sub/values.schema.json': schema,
        'templates/a.yaml': 'a: {{ .Values.a }}',
      });
      expect(manifestsOf(rendering)).toContain('a: 1');
      expect(asked).toEqual([]);
    });

    it('downloads no dependency that it lacks', async () => {
      const rendering = await render({
        'Chart.yaml': `apiVersion: v2\nname: payments\nversion: 1.0.0\ndependencies: [{name: sub, version: 1.0.0, repository: '${url}'}]`,
      });
      expect(rendering).toMatchObject({
        problem: expect.stringMatching(/missing in charts/),
      });
      expect(asked).toEqual([]);
    });

    it('sees no cluster, no name service, no file and no environment', async () => {
      process.env.CHART_PROVENANCE_TEST_SECRET = 'hunter2';
      const rendering = await render({
        'templates/a.yaml': [
          'lookup: {{ lookup "v1" "Secret" "" "" | toJson }}',
          'dns: {{ getHostByName "localhost" | quote }}',
          'file: {{ .Files.Get "/etc/passwd" | quote }}',
          'up: {{ .Files.Get "../../../../etc/passwd" | quote }}',
        ].join('\n'),
      });
      delete process.env.CHART_PROVENANCE_TEST_SECRET;
      expect(manifestsOf(rendering)).toContain(
        'lookup: {}\ndns: ""\nfile: ""\nup: ""',
      );
      const environment = await render({
        'templates/a.yaml': '{{ env "CHART_PROVENANCE_TEST_SECRET" }}',
      });
      expect(environment).toMatchObject({
        problem: expect.stringMatching(/function "env" not defined/),
      });
    });

    it.each<[string, string]>([
      [
        'loops',
        '{{ range until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}',
      ],
      [
        'burns keys',
        '{{ range until 100000 }}{{ $k := genPrivateKey "rsa" }}{{ end }}',
      ],
    ])('ends one that %s', async (_, template) => {
      const started = Date.now();
      const rendering = await render({ 'templates/a.yaml': template }, 2_000);
      expect(rendering).toEqual({
        problem: 'Rendering it took longer than 2 seconds, and was ended.',
        mayPass: true,
      });
      expect(Date.now() - started).toBeLessThan(10_000);
      expect(folders()).toEqual([]);
    });

    it.each<[string, string]>([
      [
        'fills memory',
        '{{ $s := "xxxxxxxxxxxxxxxx" }}{{ range until 60 }}{{ $s = print $s $s }}{{ end }}',
      ],
      [
        'calls itself',
        '{{ define "a" }}{{ include "a" . }}{{ end }}{{ include "a" . }}',
      ],
    ])('survives one that %s', async (_, template) => {
      const rendering = await render({ 'templates/a.yaml': template });
      expect(rendering).toHaveProperty('problem');
      expect(process.memoryUsage().rss).toBeLessThan(4 * 1024 ** 3);
    });

    it('keeps to what is read of its output', async () => {
      const rendering = await render({
        'templates/a.yaml': 'a: "{{ repeat 9000000 "x" }}"',
      });
      expect(rendering).toEqual({
        problem: 'Rendered, it has more than 8388608 bytes.',
        mayPass: false,
      });
    });

    it('tells why, on one line, cut, and without where it ran', async () => {
      const rendering = await render({
        'templates/a.yaml': `{{ fail "set it\\nto ${'x'.repeat(900)}\u202e" }}`,
      });
      const { problem } = rendering as { problem: string };
      expect(problem).toMatch(
        /^helm could not render it with its own values: /,
      );
      expect(problem).toMatch(/set it to x+…$/);
      expect(problem.length).toBeLessThan(400);
      expect(problem).not.toContain('chart-provenance-helm-');
      expect(
        await render({
          'templates/a.yaml': '{{ required "give it" .Values.x }}',
        }),
      ).toMatchObject({ problem: expect.stringMatching(/give it/) });
    });

    it('ends with whoever asked', async () => {
      const asking = new AbortController();
      const rendering = render(
        {
          'templates/a.yaml':
            '{{ range until 100000 }}{{ range until 100000 }}{{ end }}{{ end }}',
        },
        20_000,
        asking.signal,
      );
      setTimeout(() => asking.abort(new Error('stopped')), 500);
      await expect(rendering).rejects.toThrow('stopped');
      expect(folders()).toEqual([]);
    });
  },
);

describe('without helm', () => {
  it('says so', async () => {
    const renderer = new HelmRenderer({
      helm: '/nowhere/helm',
      timeoutMs: 5_000,
    });
    expect(
      await renderer.render(makeChart({}), 'payments', never),
    ).toMatchObject({ problem: expect.stringMatching(/helm/) });
  });
});
