import { isNode, parseDocument } from 'yaml';
import { Piece, Span } from '../../text';
import { YamlPlace } from './YamlPlace';

/** What the parser is slow for, and nobody writes. */
const MAX_FLOW_DEPTH = 64;
const MAX_LINE = 16_384;
const MAX_DOCUMENTS = 2_000;
const MAX_DASHES = 64;
/** Characters, of a document in which a bracket is not closed. */
const MAX_UNENDED = 32_768;
/** Documents with none of these hold nothing that is checked. */
const OF_INTEREST = /oci:|helm|cosign|keyless|chart/i;
/** Objects that say what they are at the beginning of a line, and name no chart. Definitions of resources are long, and speak of charts. */
const KIND = /^kind:[ \t]*["']?([A-Za-z]{1,100})["']?[ \t]*\r?$/m;
const KINDS =
  /^(?:Application(?:Set)?|OCIRepository|Helm\w*|Release|Kustomization|Config|(?:Cluster)?Profile|(?:Cluster)?Policy|ClusterImagePolicy|(?:Namespaced)?ImageValidatingPolicy|\w*List)$/;

/** A document of a text, and where it stands. */
export interface YamlDocument {
  root: YamlPlace;
}

/** What could be read, and what could not, one sentence each. */
export interface YamlReading {
  documents: YamlDocument[];
  unread: { at: Span; why: string }[];
}

/**
 * Parses the documents of a text, one by one, so that a broken one hides no other. Never throws. Aliases are not resolved, so nothing grows.
 */
export function parseYaml(source: string, within: Span): YamlReading {
  const reading: YamlReading = { documents: [], unread: [] };
  for (const [index, at] of documentsIn(source, within).entries()) {
    if (index >= MAX_DOCUMENTS) {
      reading.unread.push({
        at,
        why: `There are more than ${MAX_DOCUMENTS} documents: the rest was not read.`,
      });
      break;
    }
    const text = source.slice(at.start, at.end);
    if (isOfInterest(text)) {
      readOne(source, at, text, reading);
    }
  }
  return reading;
}

function isOfInterest(text: string): boolean {
  if (!OF_INTEREST.test(text)) {
    return false;
  }
  const [, kind] = KIND.exec(text) ?? [];
  return kind === undefined || KINDS.test(kind);
}

function readOne(
  source: string,
  at: Span,
  text: string,
  reading: YamlReading,
): void {
  const why = whyNot(text);
  if (why !== undefined) {
    reading.unread.push({ at, why });
    return;
  }
  const document = parseDocument(text, {
    logLevel: 'silent',
    prettyErrors: false,
    uniqueKeys: false,
  });
  if (document.errors.length > 0) {
    reading.unread.push({
      at,
      why: text.includes('{{')
        ? 'It is a template, not YAML: only what stands in one line was looked at.'
        : 'It is no YAML: only what stands in one line was looked at.',
    });
  } else if (isNode(document.contents)) {
    reading.documents.push({
      root: new YamlPlace(source, at.start, document.contents),
    });
  }
}

/** Why a document is not given to the parser; undefined when it is. */
function whyNot(text: string): string | undefined {
  let depth = 0;
  let line = 0;
  let dashes = 0;
  for (const character of text) {
    if (character === '\n') {
      line = 0;
      dashes = 0;
    } else {
      line += 1;
    }
    if (character === '[' || character === '{') {
      depth += 1;
    } else if (character === ']' || character === '}') {
      depth = Math.max(0, depth - 1);
    } else if (character === '-' || character === '?') {
      dashes += 1;
    } else if (character !== ' ') {
      dashes = -MAX_LINE;
    }
    if (line > MAX_LINE) {
      return `A line is longer than ${MAX_LINE} characters: only what stands in one line was looked at.`;
    }
    if (depth > MAX_FLOW_DEPTH || dashes > MAX_DASHES) {
      return `It is nested more than ${MAX_FLOW_DEPTH} deep: only what stands in one line was looked at.`;
    }
  }
  return depth > 0 && text.length > MAX_UNENDED
    ? 'A bracket is not closed: only what stands in one line was looked at.'
    : undefined;
}

/** Between lines that begin with `---`. */
function documentsIn(source: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  let from = start;
  let line = start;
  while (line < end) {
    const found = source.indexOf('\n', line);
    const next = found < 0 || found >= end ? end : found + 1;
    if (line > from && /^---(?:\s|$)/.test(source.slice(line, line + 4))) {
      spans.push({ start: from, end: line });
      from = line;
    }
    line = next;
  }
  return [...spans, { start: from, end }];
}

/** Lines of a stretch, for what no parser reads. */
export function linesOf(source: string, { start, end }: Span): Piece[] {
  const pieces: Piece[] = [];
  let line = start;
  while (line < end) {
    const found = source.indexOf('\n', line);
    const stop = found < 0 || found >= end ? end : found;
    pieces.push(Piece.of(source, { start: line, end: stop }));
    line = stop + 1;
  }
  return pieces;
}
