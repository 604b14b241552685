import { EvidenceError } from '../EvidenceError';
import { parseJson } from '../json/parseJson';
import { RAW_LIMITS } from './bounds';
import { readSbom } from './readSbom';
import { ReadSbom } from './types';
import { unreadSbom } from './unreadSbom';

const OPENING_BRACE = 0x7b;
const BLANK = new Set([0x20, 0x09, 0x0a, 0x0d]);

/**
 * Reads an SBOM that stands for itself. What its media type says is anybody's word: only its bytes count. Never throws.
 *
 * @internal
 */
export function readRawSbom(bytes: Uint8Array): ReadSbom {
  const first = bytes.findIndex(byte => !BLANK.has(byte));
  if (bytes[first] !== OPENING_BRACE) {
    return readSbom('');
  }
  try {
    return readSbom(
      parseJson(bytes, RAW_LIMITS, 'The SBOM', 'unsupported-format'),
    );
  } catch (error) {
    if (error instanceof EvidenceError) {
      return unreadSbom(error.message);
    }
    throw error;
  }
}
