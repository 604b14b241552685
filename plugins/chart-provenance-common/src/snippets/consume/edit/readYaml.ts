import { isAlias, isMap, parseAllDocuments, visit, YAMLMap } from 'yaml';
import { EditError } from './EditError';

/** Characters, or bytes where they are more. */
const MAX_TEXT = 256 * 1024;
const MARKS = new Set('\n\r[]{},&*!?%|>"\'#:-\\');
/**
 * Terminal escapes and what turns a line round, so that a reviewer sees another change than is made; and a carriage return alone, NEL, LS and PS, which
 * end a line, and a comment with it, for some readers of YAML and not for the parser here. The mark at the very beginning of a file is none of them.
 */
const UNSEEN =
  /(?!^\ufeff)[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029](?<![\t\n])(?<!\r(?=\n))/u;
const MAX_DEPTH = 64;
const MAX_DOCUMENTS = 500;
/** A parser takes its time by these, not by length: with as many as this, well below a second. */
const MAX_MARKS = 30_000;

/**
 * The documents of a manifest that are maps, as nodes with their places in the text. Nothing is expanded: aliases stay what they are.
 *
 * @throws EditError for what is too large, too deep, or no YAML
 */
export function readYaml(text: string): YAMLMap[] {
  if (new TextEncoder().encode(text).length > MAX_TEXT) {
    throw new EditError('it has more than 256 KiB');
  }
  if (UNSEEN.test(text)) {
    throw new EditError(
      'it holds characters that cannot be seen, or line breaks that not every reader of YAML takes for such',
    );
  }
  if (costOf(text) > MAX_MARKS) {
    throw new EditError('it holds more lines and punctuation than are read');
  }
  if (deeperThan(text, MAX_DEPTH)) {
    throw new EditError(`it is nested deeper than ${MAX_DEPTH}, or looks so`);
  }
  // Splitting is cheap, so that many documents are refused before any is parsed.
  if (text.split(/^---/m).length > MAX_DOCUMENTS) {
    throw new EditError(`it holds more than ${MAX_DOCUMENTS} documents`);
  }
  const documents = parseAllDocuments(text, {
    logLevel: 'silent',
    prettyErrors: false,
    // Comparing each key with all others takes time by the square; whoever asks for a key looks for a second one.
    uniqueKeys: false,
    keepSourceTokens: false,
  });
  if (!Array.isArray(documents)) {
    return [];
  }
  if (documents.some(({ errors }) => errors.length > 0)) {
    throw new EditError('it is not YAML as a whole');
  }
  return documents.flatMap(({ contents }) => {
    if (!isMap(contents)) {
      return [];
    }
    checkAliases(contents);
    return [contents];
  });
}

/** The parser looks for what an alias stands for only when that is asked for. @throws EditError for an alias of nothing */
function checkAliases(contents: YAMLMap): void {
  const anchors = new Set<string>();
  visit(contents, {
    Node(_, node) {
      if (isAlias(node) && !anchors.has(node.source)) {
        throw new EditError(
          'it is not YAML as a whole: an alias stands for nothing',
        );
      }
      if ('anchor' in node && node.anchor !== undefined) {
        anchors.add(node.anchor);
      }
    },
  });
}

/** How much work a text is to parse: its line breaks and punctuation. */
export function costOf(text: string): number {
  let marks = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (MARKS.has(text[at])) {
      marks += 1;
    }
  }
  return marks;
}

/**
 * Could the text be nested deeper than this? The parser takes time by the square for brackets that are never closed, so that is asked before
 * it is called. Brackets in texts count too: rather too many than too few.
 */
export function deeperThan(text: string, limit: number): boolean {
  let flow = 0;
  const indents: number[] = [];
  for (const line of text.split('\n')) {
    const [lead] = /^ *(?:[-?:][ \t]+)*/.exec(line) ?? [''];
    if (lead.length === line.trimEnd().length) {
      // Indicators alone: what follows may stand below all of them.
      if (compact(lead) + indents.length > limit) {
        return true;
      }
      continue;
    }
    while (indents.length > 0 && indents[indents.length - 1] >= lead.length) {
      indents.pop();
    }
    indents.push(lead.length);
    for (const character of line) {
      if (character === '[' || character === '{') {
        flow += 1;
      } else if (character === ']' || character === '}') {
        flow = Math.max(0, flow - 1);
      }
      if (flow + indents.length > limit) {
        return true;
      }
    }
    if (compact(lead) + indents.length + flow > limit) {
      return true;
    }
  }
  return false;
}

function compact(lead: string): number {
  return lead.replace(/[ \t]/g, '').length;
}
