import { setImmediate as nextTurn } from 'node:timers/promises';
import { LegacyFailure } from '../LegacyFailure';
import { MAX_ENTRY_BYTES, MAX_WHOLE_BYTES } from './bounds';
import { Entries, EntryList } from './EntryList';
import { JsonShape } from './JsonScan';
import { Notation, parsePiece } from './parsePiece';
import { Piece } from './Piece';
import { readWhole } from './readWhole';
import { splitJson } from './splitJson';
import { splitYaml } from './splitYaml';

/** Milliseconds of reading after which everybody else has a turn. */
const TURN_MS = 15;

/** What is read, and what for. */
export interface ReadEntriesOptions {
  /** URL of the index, which relative ones are resolved against. */
  base: string;
  shape?: JsonShape;
  signal?: AbortSignal;
}

/**
 * Reads an index piece by piece, so that one of tens of megabytes neither stands in memory twice nor holds anybody up. What is broken in
 * one version takes no other with it.
 *
 * @throws LegacyFailure `no-index`, `too-many`; whatever aborted the signal
 */
export async function readEntries(
  bytes: Uint8Array,
  { base, shape = 'index', signal }: ReadEntriesOptions,
): Promise<Entries> {
  const notation = notationOf(bytes);
  const list = new EntryList(base);
  const pieces =
    notation === 'json' ? splitJson(bytes, shape) : splitYaml(bytes);
  const seen = { apiVersion: '', entries: false };
  let turnEnds = performance.now() + TURN_MS;
  for (const piece of pieces) {
    if (piece.kind === 'otherLayout') {
      return readOtherLayout(bytes, base, shape);
    }
    take(piece, { bytes, notation, list, seen });
    if (performance.now() > turnEnds) {
      await nextTurn();
      signal?.throwIfAborted();
      turnEnds = performance.now() + TURN_MS;
    }
  }
  if (shape === 'index' && !(seen.apiVersion && seen.entries)) {
    return readOtherLayout(bytes, base, shape);
  }
  return list.result(seen.apiVersion || undefined);
}

interface Reading {
  bytes: Uint8Array;
  notation: Notation;
  list: EntryList;
  seen: { apiVersion: string; entries: boolean };
}

function take(piece: Piece, { bytes, notation, list, seen }: Reading): void {
  switch (piece.kind) {
    case 'apiVersion':
      seen.apiVersion ||= piece.text.slice(0, 20);
      return;
    case 'entries':
      seen.entries = true;
      return;
    case 'problem':
      list.unread(piece.where, piece.message, piece.chart);
      return;
    case 'entry':
    case 'chart':
      takeVersions(piece, { bytes, notation, list, seen });
      return;
    default:
  }
}

function takeVersions(
  piece: Extract<Piece, { kind: 'entry' | 'chart' }>,
  { bytes, notation, list }: Reading,
): void {
  const { chart, line, start, end } = piece;
  const where =
    piece.kind === 'entry'
      ? `${placeOf(chart)}[${piece.position}], line ${line}`
      : `${placeOf(chart)}, line ${line}`;
  if (end - start > MAX_ENTRY_BYTES) {
    list.unread(where, `It has more than ${MAX_ENTRY_BYTES} bytes.`, chart);
    return;
  }
  let parsed: unknown;
  try {
    parsed = parsePiece(bytes.subarray(start, end), notation);
  } catch {
    list.unread(where, 'It cannot be read.', chart);
    return;
  }
  if (notation === 'json') {
    list.add(chart, parsed, where);
  } else {
    versionsIn(parsed, piece.kind).forEach(one => list.add(chart, one, where));
  }
}

/** A piece of YAML is a list of one, or the chart's own key with its list. */
function versionsIn(parsed: unknown, kind: 'entry' | 'chart'): unknown[] {
  if (Array.isArray(parsed)) {
    return parsed;
  }
  if (kind === 'entry' || typeof parsed !== 'object' || parsed === null) {
    return [undefined];
  }
  const [list] = Object.values(parsed);
  if (Array.isArray(list)) {
    return list;
  }
  const none = list === null || /^(?:|~|null)$/i.test(String(list));
  return none ? [] : [undefined];
}

function readOtherLayout(
  bytes: Uint8Array,
  base: string,
  shape: JsonShape,
): Entries {
  if (looksLikeHtml(bytes)) {
    throw new LegacyFailure('no-index', {
      message: 'What answers is no index but an HTML page.',
      fix: 'A login or error page answers in its place: check URL and credentials.',
    });
  }
  if (shape === 'index' && bytes.length <= MAX_WHOLE_BYTES) {
    return readWhole(bytes, base);
  }
  throw new LegacyFailure('no-index', {
    message: 'What answers is no index that can be read.',
    fix: 'Correct the URL: it is the one that helm repo add takes. An index of more than 128 KiB is read as Helm or ChartMuseum write it, or as JSON.',
  });
}

function notationOf(bytes: Uint8Array): Notation {
  return /^[\ufeff\s]*\{/.test(beginningOf(bytes)) ? 'json' : 'yaml';
}

/** Is it a page for people? */
function looksLikeHtml(bytes: Uint8Array): boolean {
  return /^[\ufeff\s]*<(?:!doctype|html|head|\?xml)/i.test(beginningOf(bytes));
}

function beginningOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 1_000));
}

/** What a chart calls itself may be anything. */
function placeOf(chart: string): string {
  return /^[\w.-]{1,100}$/.test(chart) ? chart : 'a chart without a name';
}
