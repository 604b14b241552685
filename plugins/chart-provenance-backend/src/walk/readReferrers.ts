import { Digest } from 'chart-provenance-oras';
import { OCI_MANIFEST, SignatureTag } from '../evidence';
import { readProvenanceFile } from './readProvenanceFile';
import { readReferrer } from './readReferrer';
import {
  readTagged,
  resolveSignatureTags,
  TaggedManifest,
} from './readSignatureTags';
import { ProvenanceFile, WalkedEvidence } from './types';
import { WalkSession } from './WalkSession';

/** A version, and where evidence about it may be besides its referrers. */
export interface WalkedSubject {
  subject: Digest;
  signatureTags: SignatureTag[];
  provenanceFile?: ProvenanceFile;
}

/** What one subject's listing showed. */
export interface SubjectEvidence {
  /** Every manifest that carries evidence, sorted; those whose contents could not be read are among them. */
  digests: string[];
  /** No two of one `digest`. */
  evidence: WalkedEvidence[];
}

/** cosign writes a referrer for each signature, so honest ones need none of these. */
const SPARE_LAYERS = 100;

/** Nothing but the digest is asked for. */
const byDigest = (digest: Digest) => ({
  mediaType: OCI_MANIFEST,
  digest,
  size: 0,
});

/**
 * Lists what is attached to a version, and reads what is new.
 *
 * @param known - manifests that carry evidence about this subject and were read before.
 * @returns undefined when the listing failed, in whole or in part: then nothing is known about what is absent.
 */
export async function readReferrers(
  session: WalkSession,
  { subject, signatureTags, provenanceFile }: WalkedSubject,
  known: ReadonlySet<string>,
): Promise<SubjectEvidence | undefined> {
  let listed: string[];
  let tagged: TaggedManifest[];
  try {
    const { descriptors } = await session.referrers(byDigest(subject));
    listed = [...new Set(descriptors.map(({ digest }) => digest))].sort();
    tagged = await resolveSignatureTags(session, signatureTags);
  } catch (error) {
    session.report(error, subject);
    return undefined;
  }
  const digests = new Set<string>();
  const evidence: WalkedEvidence[] = [];
  const named = new Set<string>();
  const add = async (
    manifest: string,
    read: () => Promise<WalkedEvidence[] | 'unread' | 'ignored'>,
  ) => {
    if (digests.has(manifest)) {
      return;
    }
    const found = known.has(manifest) ? [] : await read();
    if (found !== 'ignored') {
      digests.add(manifest);
    }
    for (const piece of typeof found === 'string' ? [] : found) {
      // What differs in nothing that is kept has one name, and a publisher can arrange for it.
      if (!named.has(piece.evidence.digest)) {
        named.add(piece.evidence.digest);
        evidence.push(piece);
      }
    }
  };
  if (provenanceFile) {
    const file = provenanceFile;
    await add(subject, () => readProvenanceFile(session, subject, file));
  }
  const spare = { left: SPARE_LAYERS };
  for (const digest of listed) {
    await add(digest, () => readReferrer(session, digest, subject, spare));
  }
  // A tag may point at what is listed as well: then it is the referrer that it says it is.
  for (const each of tagged) {
    await add(each.manifest, () => readTagged(session, each));
  }
  return { digests: [...digests].sort(), evidence };
}
