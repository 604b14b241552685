import { WalkResult } from '../../walk/types';
import { Database } from '../database';
import { groupBy } from '../groupBy';
import { listEvidence } from '../operations/evidence/listEvidence';
import {
  MovedEvidence,
  replaceMoved,
} from '../operations/evidence/replaceMoved';
import { markPresence } from '../operations/evidence/markPresence';
import {
  listVersionFacts,
  VersionFactsRow,
} from '../operations/version/listVersionFacts';
import { markReferrersRead } from '../operations/version/markReferrersRead';
import { setUndecoded } from '../operations/version/setUndecoded';
import { EvidenceTableRow, fromNullableJson } from '../rows';
import { storedEvidenceOf } from '../storedEvidenceOf';
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
  const gone = evidence.filter(
    row => row.present && !listed.has(row.manifest) && !isPartOfChart(row),
  );
  const back = evidence.filter(row => !row.present && listed.has(row.manifest));
  await markPresence(tx, key, gone.map(manifestOf), false);
  await markPresence(tx, key, back.map(manifestOf), true);
  for (const moved of movedAmong(gone, evidence, listed)) {
    await replaceMoved(tx, moved);
  }

  const decoded = new Set(evidence.map(manifestOf));
  const undecoded = listing.digests
    .filter(digest => !decoded.has(digest))
    .sort();
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

/** cosign writes a new manifest with all the earlier signatures in it when it adds one. */
function movedAmong(
  gone: readonly EvidenceTableRow[],
  evidence: readonly EvidenceTableRow[],
  listed: ReadonlySet<string>,
): MovedEvidence[] {
  const there = new Map(
    evidence
      .filter(({ manifest }) => listed.has(manifest))
      .map(row => [contentsOf(row), row]),
  );
  return gone.flatMap(before => {
    const contents = contentsOf(before);
    const after = contents === undefined ? undefined : there.get(contents);
    return after ? [{ before, after }] : [];
  });
}

function contentsOf(row: EvidenceTableRow): string | undefined {
  return storedEvidenceOf(row).contents;
}

/**
 * What is a layer of the chart itself cannot be detached from it. A signature tag that names the chart makes evidence with the chart's
 * own digest, and goes like any other.
 */
function isPartOfChart({ subject, digest, manifest }: EvidenceTableRow) {
  return manifest === subject && digest !== subject;
}

function manifestOf({ manifest }: EvidenceTableRow): string {
  return manifest;
}
