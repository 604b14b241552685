import { SignatureTag, signatureTagEvidence } from '../evidence';
import { isNotFound } from './toProblem';
import { WalkedEvidence } from './types';
import { WalkSession } from './WalkSession';

/**
 * Finds what a version's signature tags point at. Presence only: one request each, no contents.
 *
 * @throws what the registry fails with.
 */
export async function readSignatureTags(
  session: WalkSession,
  tags: SignatureTag[],
): Promise<WalkedEvidence[]> {
  const found: WalkedEvidence[] = [];
  for (const tag of tags) {
    try {
      const manifest = await session.resolve(tag.tag);
      found.push({ evidence: signatureTagEvidence(tag, manifest) });
    } catch (error) {
      // Removed since the tags were listed.
      if (!isNotFound(error)) {
        throw error;
      }
    }
  }
  return found;
}
