import { lintText } from '../lint';
import { ciInput } from './ci/testing/ciInput';
import { combinations } from './consume/testing/combinations';
import { consumer, snippetInput } from './consume/testing/inputs';
import {
  CHART,
  LEGACY_APPLICATION,
  RELEASE,
  REPOSITORY,
  SET,
} from './consume/testing/texts';
import { enforceInput } from './enforce/testing/enforceInput';
import { GENERATORS } from './generators';
import { listSnippets, makeSnippet } from './makeSnippet';
import type { SnippetInput } from './types';

const MANIFESTS = (
  [
    ['Application', LEGACY_APPLICATION],
    ['ApplicationSet', SET],
    ['HelmRelease', RELEASE],
    ['OCIRepository', REPOSITORY],
    ['Chart', CHART],
  ] as const
).map(([kind, text]) => consumer(kind, text, { id: kind }));
const REGISTRIES = ['ghcr', 'ecr', 'gar', 'acr', 'gitlab', 'unknown'] as const;

/** Charts whose texts differ as much as those of real ones do. */
const CHARTS: [string, SnippetInput][] = [
  ...REGISTRIES.map((registryKind): [string, SnippetInput] => {
    const input = snippetInput({ consumers: MANIFESTS });
    return [
      registryKind,
      { ...input, chart: { ...input.chart, registryKind } },
    ];
  }),
  ['a registry without TLS', plainHttp(snippetInput())],
  ['nothing published', ciInput()],
  ['with images', enforceInput()],
];

/** Resources that a generated policy has to refuse are mistakes on purpose, and the checker should see them. */
function isToBeRefused(path: string): boolean {
  return /\/tests\/(?:fail-[a-z]+|weak)\.yaml$/.test(path);
}

it.each(CHARTS)(
  'the checker has nothing against what is made: %s',
  (_chart, input) => {
    const found: string[] = [];
    let files = 0;
    for (const { id, unavailable } of listSnippets(input)) {
      const generator = GENERATORS.find(one => one.id === id)!;
      const chosen = unavailable ? [] : combinations(generator, input);
      for (const options of chosen) {
        const made = makeSnippet(id, input, options);
        const texts = [
          ...made.files.filter(({ path }) => !isToBeRefused(path)),
          ...made.diffs.flatMap(({ path, after }) =>
            after === null
              ? []
              : [{ path: path ?? 'manifest.yaml', text: after }],
          ),
        ];
        for (const { path, text } of texts) {
          files += 1;
          const { findings, unread } = lintText({ text, filename: path });
          found.push(
            ...findings.map(
              ({ rule, start }) =>
                `${id} ${JSON.stringify(options)} ${path}:${
                  start.line
                } ${rule}`,
            ),
            ...unread.map(why => `${id} ${path} ${why}`),
          );
        }
      }
    }
    expect(files).toBeGreaterThan(20);
    expect([...new Set(found)]).toEqual([]);
  },
);

it('the checker sees what generated policies have to refuse', () => {
  const { files } = makeSnippet('kyverno', snippetInput());
  const rules = files
    .filter(({ path }) => isToBeRefused(path))
    .flatMap(({ path, text }) =>
      lintText({ text, filename: path }).findings.map(({ rule }) => rule),
    );
  expect([...new Set(rules)].sort()).toEqual([
    'empty-segment',
    'flux-verify-anyone',
    'unpinned',
  ]);
});

function plainHttp(input: SnippetInput): SnippetInput {
  return {
    ...input,
    chart: { ...input.chart, plainHttp: true, registry: 'localhost:5550' },
  };
}
