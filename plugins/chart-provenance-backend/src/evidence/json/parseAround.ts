import { ReasonCode } from 'backstage-plugin-chart-provenance-common';
import { EvidenceError } from '../EvidenceError';
import { parseScanned, scanWithin } from './parseJson';
import { JsonLimits, Span } from './JsonScan';

/** A text parsed around one long string in it. */
export interface ParsedAround {
  /** The rest, with `PLACEHOLDER` in the place of the string. */
  json: unknown;
  /** What the string says in base64; undefined where there is no such string. */
  payload?: Buffer;
}

const PLACEHOLDER = Buffer.from('AA==');
const PADDING = 0x3d;
/** A multiple of four: what is decoded piece by piece takes no second copy. */
const CHUNK = 64 * 1024;

/**
 * Parses JSON that carries a payload of any size as base64: the payload is decoded from the bytes it stands in, and what is parsed, and
 * bounded as text, is the rest. A payload of megabytes would else be held several times over.
 *
 * @param limits - `maxRest` is of what is not the payload.
 * @param at - names that lead to the payload.
 * @throws EvidenceError `evidence-too-large`, `malformed`.
 */
export function parseAround(
  bytes: Uint8Array,
  limits: JsonLimits & { maxRest: number },
  at: readonly string[],
  what: string,
  malformed: ReasonCode,
): ParsedAround {
  const { found } = scanWithin(bytes, limits, what, malformed, at);
  if (!found) {
    return { json: parseScanned(bytes, what, malformed) };
  }
  const payload = readBase64(bytes, found);
  if (!payload) {
    throw new EvidenceError(
      malformed,
      `What ${what.toLowerCase()} carries is not base64.`,
    );
  }
  const around = Buffer.concat([
    bytes.subarray(0, found.start),
    PLACEHOLDER,
    bytes.subarray(found.end),
  ]);
  return { json: parseScanned(around, what, malformed), payload };
}

/** Padded or not, in either alphabet, as readers of protocol buffers take it; undefined for anything else. */
function readBase64(
  bytes: Uint8Array,
  { start, end }: Span,
): Buffer | undefined {
  const { buffer, byteOffset } = bytes;
  const quoted = Buffer.from(buffer, byteOffset + start, end - start);
  const text = quoted.includes('\\') ? unescaped(quoted) : quoted;
  if (!text) {
    return undefined;
  }
  const digits = text.length - padding(text);
  const decoded = Buffer.allocUnsafe(Math.floor((digits * 3) / 4));
  let written = 0;
  for (let at = 0; at < digits; at += CHUNK) {
    const chunk = text.toString('latin1', at, Math.min(at + CHUNK, digits));
    const wanted = Math.floor((chunk.length * 3) / 4);
    // Whatever is not of the alphabet is passed over, or ends it: then there is less than there should be.
    if (decoded.write(chunk, written, 'base64') !== wanted) {
      return undefined;
    }
    written += wanted;
  }
  return digits % 4 === 1 ? undefined : decoded;
}

/** How many characters at the end only fill it up; two at most. */
function padding(text: Buffer): number {
  const [last, before] = [text.at(-1), text.at(-2)];
  if (last !== PADDING) {
    return 0;
  }
  return before === PADDING ? 2 : 1;
}

function unescaped(quoted: Buffer): Buffer | undefined {
  try {
    return Buffer.from(String(JSON.parse(`"${quoted.toString('latin1')}"`)));
  } catch {
    return undefined;
  }
}
