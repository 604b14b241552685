import { decodeTagged, SignatureTag } from '../evidence';
import { readContents } from './readContents';
import { isNotFound } from './toProblem';
import { WalkedEvidence } from './types';
import { WalkSession } from './WalkSession';

/** A signature tag and the manifest it points at now. */
export interface TaggedManifest {
  tag: SignatureTag;
  manifest: string;
}

/**
 * Resolves a version's signature tags, every time: cosign moves them when a signature is added. Tags for signatures come first.
 *
 * @throws what the registry fails with: then nothing is known about what is absent.
 */
export async function resolveSignatureTags(
  session: WalkSession,
  tags: SignatureTag[],
): Promise<TaggedManifest[]> {
  const found: TaggedManifest[] = [];
  for (const tag of tags) {
    try {
      const { digest: manifest } = await session.resolve(tag.tag);
      found.push({ tag, manifest });
    } catch (error) {
      // Removed since the tags were listed.
      if (!isNotFound(error)) {
        throw error;
      }
    }
  }
  const isSignature = ({ tag }: TaggedManifest) => tag.kind === 'signature';
  return [
    ...found.filter(isSignature),
    ...found.filter(each => !isSignature(each)),
  ];
}

/**
 * Reads what a signature tag points at.
 *
 * @returns `unread` when the registry failed, so that it is asked again.
 */
export async function readTagged(
  session: WalkSession,
  { tag, manifest: digest }: TaggedManifest,
): Promise<WalkedEvidence[] | 'unread'> {
  try {
    const { descriptor, bytes } = await session.fetchManifest(digest);
    const manifest = { digest, mediaType: descriptor.mediaType, bytes };
    const { maxLayers } = session.bounds;
    const decoded = decodeTagged(tag, manifest, maxLayers);
    // There are three tags at most, whatever else is attached.
    return await readContents(session, decoded, { left: maxLayers });
  } catch (error) {
    session.report(error, digest);
    return 'unread';
  }
}
