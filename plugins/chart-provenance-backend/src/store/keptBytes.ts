import { createHash } from 'node:crypto';
import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { bytesAsRead } from '../walk';
import { decompress } from './compress';

/**
 * The bytes kept for a piece of evidence, with what is kept beside them; null for others, which are to be fetched again: what a row lost or was
 * given must not stop what else is verified, nor be shown under this name.
 *
 * @param content - gzip
 */
export async function keptBytes(
  evidence: Evidence,
  content: Uint8Array,
): Promise<Uint8Array | null> {
  try {
    const bytes = await decompress(content);
    const name = nameOf(evidence);
    const read = bytesAsRead(evidence.format, bytes);
    return name === undefined || isNamed(read, name) ? bytes : null;
  } catch {
    return null;
  }
}

/** What is kept of a layer of cosign 2 has a name of its own; of the rest the layer is kept. */
function nameOf({ format, digest, layer }: Evidence): string | undefined {
  return format === 'cosign-legacy' ? digest : layer?.digest;
}

function isNamed(bytes: Uint8Array, name: string): boolean {
  const [algorithm, hex] = name.split(':');
  return createHash(algorithm).update(bytes).digest('hex') === hex;
}
