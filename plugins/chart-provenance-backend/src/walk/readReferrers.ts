import { Digest } from 'chart-provenance-oras';
import { OCI_MANIFEST, SignatureTag } from '../evidence';
import { readReferrer } from './readReferrer';
import { readSignatureTags } from './readSignatureTags';
import { WalkedEvidence } from './types';
import { WalkSession } from './WalkSession';

/** What one subject's listing showed. */
export interface SubjectEvidence {
  /** Every digest listed, sorted; those whose contents could not be read are among them. */
  digests: string[];
  evidence: WalkedEvidence[];
}

/** Nothing but the digest is asked for. */
const byDigest = (digest: Digest) => ({
  mediaType: OCI_MANIFEST,
  digest,
  size: 0,
});

/**
 * Lists what points at a version, and reads what is new.
 *
 * @param known - evidence of this subject decoded before.
 * @returns undefined when the listing failed, in whole or in part: then nothing is known about what is absent.
 */
export async function readReferrers(
  session: WalkSession,
  subject: Digest,
  signatureTags: SignatureTag[],
  known: ReadonlySet<string>,
): Promise<SubjectEvidence | undefined> {
  let listed;
  let attached;
  try {
    const { descriptors } = await session.referrers(byDigest(subject));
    listed = [...new Set(descriptors.map(({ digest }) => digest))].sort();
    attached = await readSignatureTags(session, signatureTags);
  } catch (error) {
    session.report(error, subject);
    return undefined;
  }
  const digests = new Set<string>();
  const evidence: WalkedEvidence[] = [];
  for (const digest of listed) {
    if (known.has(digest)) {
      digests.add(digest);
      continue;
    }
    const read = await readReferrer(session, digest, subject);
    if (read !== 'ignored') {
      digests.add(digest);
    }
    if (typeof read === 'object') {
      evidence.push(read);
    }
  }
  // A tag may point at what is listed as well: then it is the referrer that it says it is. Of several tags at one manifest the
  // signature tag counts, which keeps the chart from being called unsigned.
  const isSignature = ({ evidence: { kind } }: WalkedEvidence) =>
    kind === 'signature';
  for (const each of [...attached.filter(isSignature), ...attached]) {
    const { digest } = each.evidence;
    if (!digests.has(digest) && !known.has(digest)) {
      evidence.push(each);
    }
    digests.add(digest);
  }
  return { digests: [...digests].sort(), evidence };
}
