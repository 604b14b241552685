import { createRequire } from 'node:module';

const ROOT = '../../../../../plugins/chart-provenance-common/src';

type Consume =
  typeof import('../../../../../plugins/chart-provenance-common/src/snippets/consume/index.ts');
type Inputs =
  typeof import('../../../../../plugins/chart-provenance-common/src/snippets/consume/testing/inputs.ts');
type Changes =
  typeof import('../../../../../plugins/chart-provenance-common/src/snippets/consume/testing/changed.ts');
type Combinations =
  typeof import('../../../../../plugins/chart-provenance-common/src/snippets/consume/testing/combinations.ts');

const require = createRequire(import.meta.url);
// The product is in the language of Backstage's build; this is what reads it.
require('@backstage/cli/config/nodeTransform.cjs');

const {
  consumeGenerators,
}: Consume = require(`${ROOT}/snippets/consume/index.ts`);

export type Generator = Consume['consumeGenerators'][number];
export type Input = Parameters<Generator['generate']>[0];
export type Text = ReturnType<Generator['generate']>;

/** A chart as the product's own tests have it. */
export const {
  snippetInput,
  policy,
}: Inputs = require(`${ROOT}/snippets/consume/testing/inputs.ts`);

/** Consumers' manifests that are changed. */
const changes: Changes = require(`${ROOT}/snippets/consume/testing/changed.ts`);
export const CHANGED: Changes['CHANGED'] = changes.CHANGED;

export const {
  combinations,
}: Combinations = require(`${ROOT}/snippets/consume/testing/combinations.ts`);

export const generators: readonly Generator[] = consumeGenerators;

/** The product's own text, from source. @param chosen - option → value; the others have their defaults */
export function textOf(
  id: string,
  input: Input,
  chosen: Readonly<Record<string, string>> = {},
): Text {
  const generator = generators.find(one => one.id === id);
  const unavailable = generator?.unavailable(input);
  if (!generator || unavailable) {
    throw new Error(unavailable ?? `there is no generator ${id}`);
  }
  const defaults = generator
    .options(input)
    .map(({ name, value }) => [name, value]);
  return generator.generate(input, {
    ...Object.fromEntries(defaults),
    ...chosen,
  });
}

/** The text of one file. @throws Error when there is none */
export function fileOf({ files }: Text, end: string): string {
  const file = files.find(({ path }) => path.endsWith(end));
  if (!file) {
    throw new Error(
      `there is no ${end}, only ${files.map(({ path }) => path).join(', ')}`,
    );
  }
  return file.text;
}
