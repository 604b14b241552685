import fc from 'fast-check';
import { parseAllDocuments } from 'yaml';
import { pinOf } from '../facts';
import { fluxTrusts } from '../flux/fluxTrust';
import { applyPatch } from '../testing/applyPatch';
import { CHANGED } from '../testing/changed';
import { consumer, snippetInput } from '../testing/inputs';
import { consumerDiffs } from './consumerDiffs';

const PIECES = [
  ...['\n', '  ', '- ', ': ', '#', '"', "'", '&a ', '*a', '!!str ', '<<: *a\n'],
  ...[
    '{',
    '}',
    '[',
    ']',
    '|',
    '>',
    '---\n',
    '...\n',
    '\t',
    '\r\n',
    '? ',
    '{{x}}',
  ],
  ...[
    'chart: payments\n',
    'repoURL: x\n',
    'spec:\n',
    'kind: List\n',
    '\uFEFF',
    '%YAML 1.1\n',
  ],
];

/** What a change may touch, at whatever depth. */
const TOUCHED: Record<string, string[]> = {
  argocd: ['repoURL', 'chart', 'path', 'targetRevision'],
  flux: ['ref', 'verify', 'layerSelector', 'chart', 'chartRef'],
  chart: ['repository', 'version', 'name', 'alias'],
};

const mutation = fc.record({
  at: fc.nat(2_000),
  length: fc.nat(30),
  text: fc.constantFrom('', ...PIECES),
});

function valuesOf(text: string, purpose: string): unknown[] {
  const touched = TOUCHED[purpose.split('-')[0]];
  return parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' })
    .filter(one => one.contents !== null)
    .map(one => {
      expect(one.errors).toEqual([]);
      // An alias of nothing is no fault of the change.
      const value = attempt(() => one.toJS());
      return JSON.parse(
        JSON.stringify(value, (key, part) =>
          touched.includes(key) ? undefined : part,
        ) ?? 'null',
      );
    });
}

function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return String(error);
  }
}

it('breaks no manifest, whatever is wrong with it, and touches nothing else', () => {
  let changed = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...CHANGED),
      fc.array(mutation, { maxLength: 3 }),
      (row, mutations) => {
        const text = mutations.reduce(
          (all, { at, length, text: coming }) =>
            all.slice(0, at % all.length) +
            coming +
            all.slice((at % all.length) + (coming === '' ? length : 0)),
          row.consumer.text,
        );
        const input = snippetInput({
          consumers: [{ ...row.consumer, text }],
        });
        const [trust] = fluxTrusts(input);
        const made = consumerDiffs(input, pinOf(input), row.purpose, { trust });
        for (const { after, patch } of made.diffs) {
          changed += 1;
          expect(applyPatch(text, patch)).toBe(after);
          const before = valuesOf(text, row.purpose);
          const then = valuesOf(after ?? '', row.purpose);
          expect(then.slice(0, before.length)).toEqual(before);
          expect(then.length - before.length).toBeLessThanOrEqual(1);
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(changed).toBeGreaterThan(50);
});

it('keeps the values of a dependency whose chart has another name now, under an alias', () => {
  const text =
    'name: shop\ndependencies:\n  - name: pay\n    version: 1.8.0+build.5\n    repository: https://charts.acme.dev/\n';
  const plain = snippetInput();
  const input = snippetInput({
    legacy: { ...plain.legacy!, name: 'pay' },
    consumers: [consumer('Chart', text, { name: 'shop' })],
  });
  const { diffs, notes } = consumerDiffs(
    input,
    pinOf(input),
    'chart-dependency',
  );
  expect(diffs[0].after).toBe(
    'name: shop\ndependencies:\n  - name: payments\n    alias: pay\n    version: 1.8.0+build.5\n    repository: oci://ghcr.io/acme/charts\n',
  );
  expect(notes.join('\n')).toMatch(/called payments now; an alias/);
});
