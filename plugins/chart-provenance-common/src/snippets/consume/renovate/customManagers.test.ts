import { RE2JS } from 're2js';
import { consumeGenerators } from '../index';
import { DIGEST, snippetInput } from '../testing/inputs';
import { CHANGED } from '../testing/changed';
import { VERSIONING } from './versioning';

interface Manager {
  managerFilePatterns: string[];
  matchStrings: string[];
}

const input = snippetInput();
const { customManagers }: { customManagers: Manager[] } = JSON.parse(
  consumeGenerators.find(({ id }) => id === 'renovate')!.generate(input, {})
    .files[0].text,
);

/** What Renovate's engine finds, as it runs expressions: everywhere in the text. */
function found(path: string, text: string) {
  return customManagers
    .filter(({ managerFilePatterns }) =>
      managerFilePatterns.some(one => new RegExp(one.slice(1, -1)).test(path)),
    )
    .flatMap(({ matchStrings }) => matchStrings)
    .flatMap(expression => {
      const matcher = RE2JS.compile(expression).matcher(text);
      const all: (string | null)[][] = [];
      while (matcher.find()) {
        all.push(
          ['depName', 'currentDigest', 'currentValue'].map(
            name => matcher.group(name) ?? null,
          ),
        );
      }
      return all;
    });
}

const PIN = ['ghcr.io/acme/charts/payments', DIGEST, '1.8.0_build.5'];

it.each([
  'argocd-oci',
  'argocd-multi-source',
  'argocd-applicationset',
  'helm-cli',
  'helmfile',
  'terraform',
])('finds the pin of %s once', id => {
  const generator = consumeGenerators.find(one => one.id === id)!;
  const options = Object.fromEntries(
    generator.options(input).map(({ name, value }) => [name, value]),
  );
  const [{ path, text }] = generator.generate(input, options).files;
  expect(found(path, text)).toEqual([PIN]);
});

it.each(
  CHANGED.filter(({ after }) => after.includes(`targetRevision: ${DIGEST}`)),
)(
  'finds the pin of $title after its change, in whatever order',
  ({ after }) => {
    expect(found('a.yaml', after)).toEqual([PIN]);
  },
);

it('takes no digest for the chart of another source', () => {
  const other = `  - repoURL: oci://ghcr.io/acme/charts/other\n    path: .\n    targetRevision: 1.0.0\n  - repoURL: https://x.dev\n    targetRevision: ${DIGEST} # 1.8.0\n`;
  expect(found('a.yaml', other)).toEqual([]);
});

it.each([
  ['1.8.0', true],
  ['v1.8.0-rc.1', true],
  ['1.8.0_build.5', true],
  ['stable', false],
  ['1.8', false],
  ['sha256-abc.sig', false],
])('reads the tag %s as a version: %s', (tag, version) => {
  const expression = RE2JS.compile(VERSIONING.slice('regex:'.length));
  expect(expression.matcher(tag).find()).toBe(version);
});
