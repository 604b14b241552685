import { malformed } from './malformed';

/** `key:` alone, or with a value behind it. Helm writes the fields of Chart.yaml, whose names are plain. */
const ENTRY = /^([A-Za-z][A-Za-z0-9]{0,63}):(?: |$)/;
/** What continues an entry: indented, an item of its list, or nothing. */
const CONTINUATION = /^(?: |- |-$|$)/;

/**
 * Cuts a YAML map, as Helm writes it, into its entries: each as it stands, by key. In time linear to its length: the YAML library
 * takes seconds for what a publisher can put into 256 KiB, and all but two entries are of no interest.
 *
 * @throws EvidenceError `bad-signature` for a map in any other style, and for a key that is there twice.
 */
export function topLevelEntries(text: string): Map<string, string> {
  const lines = text.split('\n');
  const starts: { key: string; at: number }[] = [];
  const seen = new Set<string>();
  lines.forEach((line, at) => {
    const key = ENTRY.exec(line)?.[1];
    if (key === undefined) {
      if (!CONTINUATION.test(line) || (starts.length === 0 && line !== '')) {
        throw malformed('Its text is not plain YAML.');
      }
      return;
    }
    if (seen.has(key)) {
      throw malformed('Its text has a key twice.');
    }
    seen.add(key);
    starts.push({ key, at });
  });
  return new Map(
    starts.map(({ key, at }, index) => [
      key,
      lines.slice(at, starts[index + 1]?.at).join('\n'),
    ]),
  );
}
