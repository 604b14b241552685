// The product's own modules, from source.
const { createRequire } = require('node:module');
const { join } = require('node:path');

const SRC = join(__dirname, '../../../plugins/chart-provenance-backend/src');

/** A module of the backend, by its path. */
exports.product = path => require(join(SRC, path));
/** A package that the backend depends on. */
exports.dependency = createRequire(join(SRC, 'index.ts'));
exports.EXAMPLES = join(__dirname, '../../../examples');
