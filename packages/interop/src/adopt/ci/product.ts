import { createRequire } from 'node:module';

type Ci =
  typeof import('../../../../../plugins/chart-provenance-common/src/snippets/ci/index.ts');
type Generator = Ci['ciGenerators'][number];

const require = createRequire(import.meta.url);
// The product is in the language of Backstage's build; this is what reads it.
require('@backstage/cli/config/nodeTransform.cjs');

const ci: Ci = require('../../../../../plugins/chart-provenance-common/src/snippets/ci/index.ts');

export type CiInput = Parameters<Generator['generate']>[0];
export type CiText = ReturnType<Generator['generate']>;
/** Option → value. */
export type Choice = Record<string, string>;

/** The product's own text, from source. @param chosen - the other options have their defaults */
export function generateCi(id: string, input: CiInput, chosen: Choice): CiText {
  const generator = generatorOf(id, input);
  const defaults = generator
    .options(input)
    .map(({ name, value }) => [name, value]);
  return generator.generate(input, {
    ...Object.fromEntries(defaults),
    ...chosen,
  });
}

/** Every combination of the options that there are for a chart. */
export function everyChoice(id: string, input: CiInput): Choice[] {
  return generatorOf(id, input)
    .options(input)
    .reduce<Choice[]>(
      (choices, { name, values }) =>
        choices.flatMap(choice =>
          values.map(({ value }) => ({ ...choice, [name]: value })),
        ),
      [{}],
    );
}

function generatorOf(id: string, input: CiInput): Generator {
  const generator = ci.ciGenerators.find(one => one.id === id);
  const unavailable = generator?.unavailable(input) ?? null;
  if (generator === undefined || unavailable !== null) {
    throw new Error(unavailable ?? `there is no generator ${id}`);
  }
  return generator;
}
