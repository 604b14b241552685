import { Digest } from 'chart-provenance-oras';
import { decodeSignatureTag, SignatureTag } from '../evidence';
import { forEachBounded } from './forEachBounded';
import { readReferrers } from './readReferrers';
import { KnownChart, WalkResult } from './types';
import { WalkSession } from './WalkSession';

/** What the tag listing said. */
export interface ListedSignatureTags {
  signatureTags: string[];
  /** False: there may be more of them. */
  complete: boolean;
}

/** Reads what is attached to each subject; subjects whose listing failed are left out of `referrers`. */
export async function readEvidence(
  session: WalkSession,
  subjects: Digest[],
  known: KnownChart,
  listed: ListedSignatureTags,
): Promise<Pick<WalkResult, 'referrers' | 'evidence'>> {
  const found: Pick<WalkResult, 'referrers' | 'evidence'> = {
    referrers: [],
    evidence: [],
  };
  const attached = groupBySubject(listed.signatureTags);
  await forEachBounded(subjects, session.bounds.concurrency, async subject => {
    const before = known.evidence.get(subject) ?? new Set<string>();
    const tags = attached.get(subject) ?? [];
    const read = await readReferrers(session, subject, tags, before);
    if (!read) {
      return;
    }
    found.evidence.push(...read.evidence);
    // Tags that were not listed this time may attach evidence, old or new: without them nothing is known to be absent.
    if (listed.complete) {
      found.referrers.push({ subject, digests: read.digests });
    }
  });
  return found;
}

function groupBySubject(tags: string[]): Map<string, SignatureTag[]> {
  const groups = new Map<string, SignatureTag[]>();
  for (const tag of tags) {
    const decoded = decodeSignatureTag(tag);
    if (decoded) {
      const group = groups.get(decoded.subject) ?? [];
      groups.set(decoded.subject, [...group, decoded]);
    }
  }
  return groups;
}
