import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { decodeContents } from '../../evidence';
import { gaveUpDecoding } from './gaveUp';

/** The same in every thread. Never throws: what cannot be read to its end is a problem. */
export function decodeHere(evidence: Evidence, bytes: Uint8Array): Evidence {
  try {
    return decodeContents(evidence, bytes);
  } catch {
    return gaveUpDecoding(evidence);
  }
}
