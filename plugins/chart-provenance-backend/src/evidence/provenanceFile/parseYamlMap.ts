import { isMap, parseDocument } from 'yaml';
import { malformed } from './malformed';

/** The names of a chart, its version and its archive, with room to spare: the library takes its time with hostile text. */
const MAX_CHARACTERS = 1024;

/** `files:`, the archive's name, and `sha256:`. */
const MAX_COLONS = 3;

/**
 * Anchors, aliases, tags, directives, comments, block scalars and brackets, wherever they stand; and indicators on their own, for
 * lists and for keys that are more than text. Helm needs none of them to write a name or a digest.
 */
const UNUSUAL = /[&*!%#|>[\]{}@`]|(?:^|\s)[-?:](?:\s|$)/;

/**
 * One short YAML document that is a map in the plainest style: no key twice, every scalar a string as written.
 *
 * @throws EvidenceError `bad-signature`
 */
export function parseYamlMap(text: string): unknown {
  if (text.length > MAX_CHARACTERS) {
    throw malformed('One of its names is too long.');
  }
  if (UNUSUAL.test(text) || text.split(':').length - 1 > MAX_COLONS) {
    throw malformed('Its text uses more of YAML than Helm does.');
  }
  const document = parseDocument(text, {
    // Every other schema reads a version 1.10 as 1.1.
    schema: 'failsafe',
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
    logLevel: 'silent',
  });
  if (document.errors.length > 0 || document.warnings.length > 0) {
    throw malformed('Its text is not plain YAML.');
  }
  if (!isMap(document.contents)) {
    throw malformed('Its text is not made of YAML maps.');
  }
  return document.toJS({ maxAliasCount: 0 });
}
