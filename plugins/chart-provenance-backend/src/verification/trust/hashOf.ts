import { createHash } from 'node:crypto';

/** SHA-256 (hex) over plain values whose members are always written in the same order. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
