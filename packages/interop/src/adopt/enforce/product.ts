import { createRequire } from 'node:module';

type Enforce =
  typeof import('../../../../../plugins/chart-provenance-common/src/snippets/enforce/index.ts');
type Flux =
  typeof import('../../../../../plugins/chart-provenance-common/src/snippets/consume/flux/index.ts');
type Argo =
  typeof import('../../../../../plugins/chart-provenance-common/src/snippets/consume/argocd/index.ts');
type Input = Parameters<Enforce['enforceGenerators'][number]['generate']>[0];
type Text = ReturnType<Enforce['enforceGenerators'][number]['generate']>;

const require = createRequire(import.meta.url);
// The product is in the language of Backstage's build; this is what reads it.
require('@backstage/cli/config/nodeTransform.cjs');

const enforce: Enforce = require('../../../../../plugins/chart-provenance-common/src/snippets/enforce/index.ts');

const CONSUME =
  '../../../../../plugins/chart-provenance-common/src/snippets/consume';
const { fluxOciRepository }: Flux = require(`${CONSUME}/flux/index.ts`);
const { argocdOci }: Argo = require(`${CONSUME}/argocd/index.ts`);

export type EnforceInput = Input;
export type EnforceText = Text;

/** The product's own text, from source. @param chosen - option → value; the others have their defaults */
export function generateText(
  id: string,
  input: Input,
  chosen: Readonly<Record<string, string>>,
): Text {
  const generator = [
    ...enforce.enforceGenerators,
    ...[fluxOciRepository, argocdOci],
  ].find(one => one.id === id);
  if (generator === undefined) {
    throw new Error(`there is no generator ${id}`);
  }
  const unavailable = generator.unavailable(input);
  if (unavailable !== null) {
    throw new Error(unavailable);
  }
  const defaults = generator
    .options(input)
    .map(({ name, value }) => [name, value]);
  return generator.generate(input, {
    ...Object.fromEntries(defaults),
    ...chosen,
  });
}
