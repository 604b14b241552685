import { certificate } from './certificate.mjs';
import { judge } from './judge.mjs';
import { legacy } from './legacy.mjs';
import { log } from './log.mjs';
import { notation } from './notation.mjs';
import { provenanceFile } from './provenanceFile.mjs';
import { signature } from './signature.mjs';
import { trustRoots } from './trustRoots.mjs';
import { walk } from './walk.mjs';

/**
 * Every step whose removal a test must notice: where it is, the text that is the step, what stands there without it, what it protects
 * from, and every test file that must fail. `core`: also tried by `--core`.
 */
export const MUTATIONS = [
  ...signature,
  ...certificate,
  ...log,
  ...legacy,
  ...provenanceFile,
  ...notation,
  ...trustRoots,
  ...judge,
  ...walk,
];
