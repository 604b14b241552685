/**
 * A size in bytes for a person: `812 B`, `4.1 KiB`, `2.0 MiB`.
 *
 * @internal
 */
export function byteSize(bytes: number): string {
  if (bytes < 1024) {
    return `${bytes} B`;
  }
  const kib = bytes / 1024;
  return kib < 1024
    ? `${kib.toFixed(1)} KiB`
    : `${(kib / 1024).toFixed(1)} MiB`;
}
