import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
/** Node and Yarn, when the machine has none that fit. Ignored by git. */
export const TOOLCHAIN = join(ROOT, '.toolchain');
/** What the demo keeps between starts. Ignored by git. */
export const DEMO = process.env.CHART_PROVENANCE_DEMO ?? join(ROOT, '.demo');
