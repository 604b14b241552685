import { decodeReferrer, EvidenceError } from '../evidence';
import { readContents, SpareLayers } from './readContents';
import { isNotFound } from './toProblem';
import { WalkedEvidence } from './types';
import { WalkSession } from './WalkSession';

/**
 * Reads one referrer: its own manifest, and what it carries. Nothing the listing says about it is believed.
 *
 * @returns `unread` when the registry failed, so that it is asked again; `ignored` for what is not a referrer of the subject
 * after all, which is noted.
 */
export async function readReferrer(
  session: WalkSession,
  digest: string,
  subject: string,
  spare: SpareLayers,
): Promise<WalkedEvidence[] | 'unread' | 'ignored'> {
  let decoded;
  try {
    const { bytes } = await session.fetchManifest(digest);
    const { maxLayers } = session.bounds;
    decoded = decodeReferrer({ digest, bytes }, subject, maxLayers);
  } catch (error) {
    if (error instanceof EvidenceError) {
      ignore(session, digest, error.message);
      return 'ignored';
    }
    if (isNotFound(error)) {
      // Fallback indexes are rewritten by clients and outlive what retention removes.
      ignore(session, digest, 'It is listed as a referrer, but not there.');
      return 'ignored';
    }
    session.report(error, digest);
    return 'unread';
  }
  return readContents(session, decoded, spare);
}

function ignore(session: WalkSession, digest: string, message: string): void {
  session.add({
    code: 'registry-misbehaved',
    message,
    side: 'registry',
    at: digest,
    note: true,
  });
}
