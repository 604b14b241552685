import { createRequire } from 'node:module';

const ROOT = '../../../../../plugins/chart-provenance-common/src';

type Lint =
  typeof import('../../../../../plugins/chart-provenance-common/src/lint/index.ts');

const require = createRequire(import.meta.url);
// The product is in the language of Backstage's build; this is what reads it.
require('@backstage/cli/config/nodeTransform.cjs');

const lint: Lint = require(`${ROOT}/lint/index.ts`);

/** The product's own checker, from source. */
export const lintText: Lint['lintText'] = lint.lintText;
