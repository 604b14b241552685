/**
 * Does a manifest name the chart by this tag, and by no digest? By its words alone: what a field means is not looked at, so that every kind of
 * manifest counts.
 *
 * @param repository - of the chart; a manifest that splits it has its last segment
 * @internal
 */
export function namesTag(
  text: string,
  repository: string,
  tag: string,
): boolean {
  const name = repository.slice(repository.lastIndexOf('/') + 1);
  const words = text.split(/[\s"'`,;={}[\]]+/);
  const ends = (word: string) =>
    word === name ||
    word.endsWith(`/${name}`) ||
    word.endsWith(`/${name}:${tag}`);
  return (
    words.some(ends) &&
    words.some(word => word === tag || word.endsWith(`/${name}:${tag}`)) &&
    !/sha256:[0-9a-f]{64}/.test(text)
  );
}
