/**
 * What the checker takes at most, bytes in UTF-8.
 *
 * @internal
 */
export const MAX_BYTES = 256 * 1024;

/**
 * What a link may carry at most, characters after `#`.
 *
 * @internal
 */
export const MAX_FRAGMENT = 8 * 1024;

/**
 * Length in UTF-8.
 *
 * @internal
 */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
