/**
 * Gives the memory of bytes back that nobody reads again: until rubbish is collected, megabytes of it would be held beside those that
 * are read next. Does nothing for bytes that are part of others.
 *
 * @internal
 */
export function release({ buffer, byteLength }: Uint8Array): void {
  if (
    byteLength === buffer.byteLength &&
    'transfer' in buffer &&
    typeof buffer.transfer === 'function'
  ) {
    buffer.transfer(0);
  }
}
