import { linesOf } from './linesOf';
import { Piece } from './Piece';
import { YamlSplitter } from './YamlSplitter';

const PAUSE_BYTES = 512 * 1024;

/**
 * Cuts an index into the versions in it by indentation, as Helm writes it: `entries`, in it one key for each chart, in it one
 * dash for each version. What is between two of these is somebody else's to read; a line that is nowhere is a problem, and what it is in.
 */
export function* splitYaml(bytes: Uint8Array): Generator<Piece> {
  const splitter = new YamlSplitter(bytes);
  let paused = 0;
  for (const line of linesOf(bytes, bomLength(bytes))) {
    yield* splitter.take(line);
    if (splitter.ended) {
      return;
    }
    if (line.end - paused > PAUSE_BYTES) {
      paused = line.end;
      yield { kind: 'pause' };
    }
  }
  yield* splitter.close(bytes.length);
}

function bomLength(bytes: Uint8Array): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}
