import { Metadata, MetadataKind, Root, Timestamp } from '@tufjs/models';

const DAY_MS = 24 * 60 * 60 * 1000;
const PERIOD = 'x-tuf-on-ci-expiry-period';

/**
 * When root or timestamp was signed, whichever was later (ISO). TUF has no such time; tuf-on-ci, which keeps the public repository and
 * GitHub's, says how long what it signs counts, so that the time is the end less that. Null where nobody says.
 */
export function signedAtOf(root: Root, timestamp?: Timestamp): string | null {
  const rootPeriod = root.unrecognizedFields[PERIOD];
  const timestampPeriod = root.roles.timestamp?.unrecognizedFields?.[PERIOD];
  const times = [
    startOf(root.expires, rootPeriod),
    ...(timestamp ? [startOf(timestamp.expires, timestampPeriod)] : []),
  ].filter(time => time !== null);
  return times.length > 0 ? new Date(Math.max(...times)).toISOString() : null;
}

/**
 * The same of a `root.json`'s text alone.
 *
 * @throws Error when it is none.
 */
export function rootSignedAt(text: string): string | null {
  const root = Metadata.fromJSON(MetadataKind.Root, JSON.parse(text));
  return signedAtOf(root.signed);
}

function startOf(expires: string, days: unknown): number | null {
  return typeof days === 'number' && days > 0 && days <= 20_000
    ? Date.parse(expires) - days * DAY_MS
    : null;
}
