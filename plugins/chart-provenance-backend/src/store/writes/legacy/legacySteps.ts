import { legacyId } from '../../legacyId';
import { LegacyEntry } from '../../LegacyStore';
import { LegacyVersionRow, toNullableText, toText } from '../../rows';

/** Longest version kept: Helm's own library reads no longer ones, and an index of PostgreSQL takes no much longer ones. */
const MAX_VERSION_LENGTH = 256;
const MAX_NAME_LENGTH = 250;

/**
 * The rows that change when a repository lists these entries: versions that came, changed, vanished or came back. Nothing is ever taken out. What
 * is not listed of an uncertain chart may be among what could not be read, and stays. Two entries of one version with different digests leave none to compare with: which one Helm takes is up to chance.
 */
export function legacySteps(
  url: string,
  before: readonly LegacyVersionRow[],
  entries: readonly LegacyEntry[],
  at: string,
  uncertain: readonly string[] | 'all' = [],
): LegacyVersionRow[] {
  const known = new Map(before.map(row => [keyOf(row), row]));
  const listed = rowsOf(url, entries, at);
  const steps: LegacyVersionRow[] = [];
  for (const [key, row] of listed) {
    const previous = known.get(key);
    if (!previous || differs(previous, row)) {
      steps.push(row);
    }
  }
  for (const [key, row] of known) {
    const isCertain = uncertain !== 'all' && !uncertain.includes(row.name);
    if (row.present && isCertain && !listed.has(key)) {
      steps.push({ ...row, present: false, vanished_at: at });
    }
  }
  return steps;
}

function rowsOf(
  url: string,
  entries: readonly LegacyEntry[],
  at: string,
): Map<string, LegacyVersionRow> {
  const ids = new Map<string, string>();
  const rows = new Map<string, LegacyVersionRow>();
  for (const entry of entries) {
    const { name, version } = entry;
    if (name.length > MAX_NAME_LENGTH || version.length > MAX_VERSION_LENGTH) {
      continue;
    }
    const id = ids.get(name) ?? legacyId(url, name);
    ids.set(name, id);
    const row = rowOf(url, id, entry, at);
    const same = rows.get(keyOf(row));
    if (!same) {
      rows.set(keyOf(row), row);
      continue;
    }
    if (same.digest !== row.digest) {
      same.digest = null;
    }
    // One entry without the flag is a version that is offered as before.
    same.deprecated = Boolean(same.deprecated && row.deprecated);
  }
  return rows;
}

function rowOf(
  url: string,
  id: string,
  entry: LegacyEntry,
  at: string,
): LegacyVersionRow {
  return {
    legacy_id: id,
    version: toText(entry.version),
    url,
    name: toText(entry.name),
    digest: toNullableText(entry.digest),
    created: toNullableText(entry.created),
    archive_url: toNullableText(entry.url),
    deprecated: entry.deprecated,
    present: true,
    first_seen_at: at,
    vanished_at: null,
  };
}

function differs(before: LegacyVersionRow, now: LegacyVersionRow): boolean {
  return (
    !before.present ||
    before.digest !== now.digest ||
    before.created !== now.created ||
    before.archive_url !== now.archive_url ||
    Boolean(before.deprecated) !== now.deprecated
  );
}

function keyOf(row: Pick<LegacyVersionRow, 'legacy_id' | 'version'>): string {
  return `${row.legacy_id} ${row.version}`;
}
