import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { TreeReader } from './__testUtils__/treeReader';
import { createGitConsumers } from './createGitConsumers';

const PLACE = 'https://github.com/acme/gitops/tree/main/deploy';
const signal = new AbortController().signal;

const SPEC = `
kind: Application
metadata: { name: payments }
spec:
  source: { repoURL: ghcr.io/acme/charts, chart: payments, targetRevision: 1.8.2 }
`;
const PLAIN = `apiVersion: argoproj.io/v1alpha1${SPEC}`;

async function read(file: string | Buffer, path = 'app.yaml') {
  const urlReader = new TreeReader();
  urlReader.trees.set(PLACE, { [path]: file });
  const integrations = ScmIntegrations.fromConfig(new ConfigReader({}));
  const { sources } = await createGitConsumers({
    places: [{ url: PLACE }],
    urlReader,
    integrations,
  }).sources({ signal });
  return sources[0].read({ signal });
}

function utf16(text: string, order: 'le' | 'be'): Buffer {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

it.each<[string, string | Buffer]>([
  ['UTF-8', PLAIN],
  ['UTF-8 with a byte order mark', `\uFEFF${PLAIN}`],
  ['UTF-16, little end first, as PowerShell writes it', utf16(PLAIN, 'le')],
  ['UTF-16, big end first', utf16(PLAIN, 'be')],
  ['lines that end in CRLF', PLAIN.replaceAll('\n', '\r\n')],
  ['a tag', `apiVersion: !!str argoproj.io/v1alpha1${SPEC}`],
  ['an anchor', `apiVersion: &version argoproj.io/v1alpha1${SPEC}`],
  ['a folded text', `apiVersion: >-\n  argoproj.io/v1alpha1${SPEC}`],
  ['much space', `apiVersion:${' '.repeat(60)}"argoproj.io/v1alpha1"${SPEC}`],
  ['an alias', `x: &v argoproj.io/v1alpha1\napiVersion: *v${SPEC}`],
  ['an escape', `apiVersion: "argoproj\\u002eio/v1alpha1"${SPEC}`],
  [
    'JSON',
    '{"apiVersion" : "argoproj.io/v1alpha1", "kind": "Application", "metadata": {"name": "payments"}, "spec": {"source": {"repoURL": "ghcr.io/acme/charts", "chart": "payments"}}}',
  ],
])('what a tool deploys from %s is seen', async (_name, file) => {
  const { consumers, problems } = await read(file);
  expect(problems).toEqual([]);
  expect(consumers.map(({ name }) => name)).toEqual(['payments']);
});

it.each([
  [
    'merge keys',
    `x: &x\n  repoURL: ghcr.io/acme/charts\n  chart: payments\n${PLAIN.replace(
      'source: {',
      'source: { <<: *x, ',
    )}`,
  ],
  [
    'equal keys, of which the last counts',
    PLAIN.replace('kind: Application', 'kind: Secret\nkind: Application'),
  ],
  [
    'keys of every object',
    `__proto__: { kind: Secret }\nconstructor: 1\n${PLAIN}`,
  ],
])('%s change nothing else', async (_name, file) => {
  const { consumers } = await read(file);
  expect(consumers.map(({ name }) => name)).toEqual(['payments']);
  expect(Object.prototype).not.toHaveProperty('kind');
});

it('definitions of these kinds are not parsed: they are long, and no consumers', async () => {
  const definition = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: applications.argoproj.io }
spec: { group: argoproj.io, note: "${'x'.repeat(200_000)}" }
`;
  expect(await read(definition)).toMatchObject({
    consumers: [],
    problems: [],
    complete: true,
  });
});
