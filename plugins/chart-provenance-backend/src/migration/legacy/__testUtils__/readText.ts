import { Entries } from '../text/EntryList';
import { readEntries, ReadEntriesOptions } from '../text/readEntries';

/** Where the indexes of tests are. */
export const BASE = 'https://charts.acme.dev/stable/index.yaml';

/** A digest without its algorithm. */
export const HEX = 'a'.repeat(64);

/** One chart with one version, as lines below `entries`. */
export const PAY = ['  pay:', '  - name: pay', '    version: 1.0.0'];

/** An index with these lines below `entries`. */
export function index(...lines: string[]): string {
  return ['apiVersion: v1', 'entries:', ...lines, ''].join('\n');
}

/** Reads an index. */
export function readText(
  text: string,
  options: Partial<ReadEntriesOptions> = {},
): Promise<Entries> {
  return readEntries(Buffer.from(text), { base: BASE, ...options });
}

/** `name@version`, in order. */
export function listed({ entries }: Entries): string[] {
  return entries.map(({ name, version }) => `${name}@${version}`);
}
