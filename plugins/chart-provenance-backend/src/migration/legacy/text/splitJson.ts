import { JsonScan, JsonShape } from './JsonScan';
import { Piece } from './Piece';

const PAUSE_BYTES = 128 * 1024;

/**
 * Cuts an index in JSON into the versions in it. Only brackets and strings are looked at: each version is parsed by whoever
 * reads it, so one that is broken inside takes no other with it. One that is cut off, or has too many levels, is not read at all.
 */
export function* splitJson(
  bytes: Uint8Array,
  shape: JsonShape,
): Generator<Piece> {
  const scan = new JsonScan(bytes, shape);
  let paused = 0;
  for (let at = 0; at < bytes.length; at = scan.next) {
    yield* scan.take(at);
    if (scan.broken) {
      yield { kind: 'otherLayout' };
      return;
    }
    if (scan.next - paused > PAUSE_BYTES) {
      paused = scan.next;
      yield { kind: 'pause' };
    }
  }
  if (scan.depth !== 0) {
    yield { kind: 'otherLayout' };
  }
}
