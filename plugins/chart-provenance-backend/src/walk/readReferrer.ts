import { Descriptor } from 'chart-provenance-oras';
import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { decodeBundle, decodeReferrer, EvidenceError } from '../evidence';
import { isNotFound } from './toProblem';
import { WalkedEvidence } from './types';
import { WalkSession } from './WalkSession';

/**
 * Reads one referrer: its own manifest, and the bundle in it. Nothing the listing says about it is believed.
 *
 * @returns `unread` when the registry failed, so that it is asked again; `ignored` for what is not a referrer of the subject
 * after all, which is noted.
 */
export async function readReferrer(
  session: WalkSession,
  digest: string,
  subject: string,
): Promise<WalkedEvidence | 'unread' | 'ignored'> {
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
  const { evidence, bundle } = decoded;
  return bundle ? readBundle(session, evidence, bundle) : { evidence };
}

async function readBundle(
  session: WalkSession,
  evidence: Evidence,
  bundle: Descriptor,
): Promise<WalkedEvidence | 'unread'> {
  const { maxEvidenceBytes } = session.bounds;
  if (bundle.size > maxEvidenceBytes) {
    const message = `The bundle has ${bundle.size} bytes; at most ${maxEvidenceBytes} are read.`;
    return {
      evidence: {
        ...evidence,
        problem: { code: 'evidence-too-large', message },
      },
    };
  }
  try {
    const bytes = await session.fetch(bundle, maxEvidenceBytes);
    return { evidence: decodeBundle(evidence, bytes), bytes };
  } catch (error) {
    session.report(error, evidence.digest);
    return 'unread';
  }
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
