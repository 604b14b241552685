/**
 * The last segment of a path as a name to save under: no separators, nothing hidden, at most 100 characters.
 *
 * @internal
 */
export function fileName(path: string): string {
  const last = path.split(/[/\\]/).pop() ?? '';
  const name = last
    .replace(/[^\w.+-]/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, 100);
  return name || 'text.txt';
}
