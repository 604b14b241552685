import { WalkResult } from '../../walk/types';
import { Database } from '../database';
import { groupBy } from '../groupBy';
import { listEvidence } from '../operations/evidence/listEvidence';
import { markPresence } from '../operations/evidence/markPresence';
import {
  listVersionFacts,
  VersionFactsRow,
} from '../operations/version/listVersionFacts';
import { markReferrersRead } from '../operations/version/markReferrersRead';
import { setUndecoded } from '../operations/version/setUndecoded';
import { EvidenceTableRow, fromNullableJson } from '../rows';
import { Touched } from './Touched';

type Listing = WalkResult['referrers'][number];

/**
 * Brings the evidence of every subject in line with its successful listing: what is no longer listed becomes absent, what is
 * listed again becomes present, and what is listed but was not read is remembered, so that nothing is concluded without it.
 * Subjects that were not listed stay as they are. Done after new evidence was written.
 */
export async function writeReferrers(
  tx: Database,
  chartId: string,
  result: WalkResult,
  touched: Touched,
): Promise<void> {
  const subjects = result.referrers.map(({ subject }) => subject);
  const rows = await listEvidence(tx, chartId, subjects);
  const versions = await listVersionFacts(tx, chartId, subjects);
  const bySubject = groupBy(rows, ({ subject }) => subject);
  const byDigest = new Map(versions.map(row => [row.digest, row]));
  for (const listing of result.referrers) {
    const version = byDigest.get(listing.subject);
    if (version) {
      const evidence = bySubject.get(listing.subject) ?? [];
      if (await writeListing(tx, chartId, listing, version, evidence)) {
        touched.add(listing.subject);
      }
    }
  }
}

/** Moves the clocks of the subjects that were listed with success now. */
export async function moveReferrerClocks(
  tx: Database,
  chartId: string,
  result: WalkResult,
): Promise<void> {
  const subjects = result.referrers.map(({ subject }) => subject);
  await markReferrersRead(tx, chartId, subjects, result.finishedAt);
}

/** Answers whether a verdict may depend on what changed. */
async function writeListing(
  tx: Database,
  chartId: string,
  listing: Listing,
  version: VersionFactsRow,
  evidence: readonly EvidenceTableRow[],
): Promise<boolean> {
  const listed = new Set(listing.digests);
  const key = { chart_id: chartId, subject: listing.subject };
  const gone = evidence.filter(row => row.present && !listed.has(row.digest));
  const back = evidence.filter(row => !row.present && listed.has(row.digest));
  await markPresence(tx, key, gone.map(digestOf), false);
  await markPresence(tx, key, back.map(digestOf), true);

  const decoded = new Set(evidence.map(digestOf));
  const undecoded = [...listed].filter(digest => !decoded.has(digest)).sort();
  const before = fromNullableJson<string[]>(version.undecoded) ?? [];
  const differs = before.join() !== undecoded.join();
  if (differs) {
    await setUndecoded(tx, chartId, listing.subject, undecoded);
  }
  return (
    gone.length > 0 ||
    back.length > 0 ||
    differs ||
    version.referrers_read_at === null
  );
}

function digestOf({ digest }: { digest: string }): string {
  return digest;
}
