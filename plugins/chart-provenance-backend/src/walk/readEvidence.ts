import { Digest } from 'chart-provenance-oras';
import { decodeSignatureTag, SignatureTag } from '../evidence';
import { forEachBounded } from './forEachBounded';
import { readReferrers } from './readReferrers';
import { KnownChart, ProvenanceFile, WalkedVersion, WalkResult } from './types';
import { WalkSession } from './WalkSession';

/** What was read before evidence is. */
export interface ReadSoFar {
  signatureTags: string[];
  /** False: there may be more of them. */
  complete: boolean;
  /** Versions that were not known before. */
  versions: ReadonlyMap<string, WalkedVersion>;
}

/** Reads what is attached to each subject; subjects whose listing failed are left out of `referrers`. */
export async function readEvidence(
  session: WalkSession,
  subjects: Digest[],
  known: KnownChart,
  { signatureTags, complete, versions }: ReadSoFar,
): Promise<Pick<WalkResult, 'referrers' | 'evidence'>> {
  const found: Pick<WalkResult, 'referrers' | 'evidence'> = {
    referrers: [],
    evidence: [],
  };
  const attached = groupBySubject(signatureTags);
  await forEachBounded(subjects, session.bounds.concurrency, async subject => {
    const before = known.evidence.get(subject) ?? new Set<string>();
    const walked = {
      subject,
      signatureTags: attached.get(subject) ?? [],
      provenanceFile: provenanceFileOf(subject, known, versions),
    };
    const read = await readReferrers(session, walked, before);
    if (!read) {
      return;
    }
    found.evidence.push(...read.evidence);
    // Tags that were not listed this time may attach evidence, old or new: without them nothing is known to be absent.
    if (complete) {
      found.referrers.push({ subject, digests: read.digests });
    }
  });
  return found;
}

function provenanceFileOf(
  subject: string,
  known: KnownChart,
  versions: ReadonlyMap<string, WalkedVersion>,
): ProvenanceFile | undefined {
  const version = versions.get(subject);
  if (!version?.provenanceFileLayer) {
    return known.provenanceFiles?.get(subject);
  }
  const { name, chartLayerDigest, provenanceFileLayer: layer } = version;
  return { layer, chart: { name, version: version.version, chartLayerDigest } };
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
