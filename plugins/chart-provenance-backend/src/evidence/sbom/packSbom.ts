import { gzipSync } from 'node:zlib';
import { MAX_PACKED_BYTES, MAX_UNPACKED_BYTES } from './bounds';
import { PackedSbom, ReadSbom } from './types';

/**
 * Packs an SBOM to be stored; of one that takes too much room fewer components are kept, and it says so.
 *
 * @internal
 */
export function packSbom(sbom: ReadSbom): PackedSbom {
  const texts = sbom.components.map(component => JSON.stringify(component));
  let kept = countWithin(texts, MAX_UNPACKED_BYTES);
  let components = packed(texts.slice(0, kept));
  while (components.byteLength > MAX_PACKED_BYTES) {
    kept = Math.floor(kept / 2);
    components = packed(texts.slice(0, kept));
  }
  return { ...sbom, cut: sbom.cut || kept < texts.length, components };
}

function countWithin(texts: string[], maxBytes: number): number {
  let bytes = 2;
  const tooMuch = texts.findIndex(text => {
    bytes += Buffer.byteLength(text) + 1;
    return bytes > maxBytes;
  });
  return tooMuch < 0 ? texts.length : tooMuch;
}

function packed(texts: string[]): Uint8Array {
  return gzipSync(`[${texts.join()}]`);
}
