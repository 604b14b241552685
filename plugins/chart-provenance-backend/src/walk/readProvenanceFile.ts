import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { MAX_PROVENANCE_FILE_BYTES } from '../evidence';
import { ProvenanceFile, WalkedEvidence } from './types';
import { WalkSession } from './WalkSession';

/**
 * Reads Helm's provenance file, a layer of the chart's own manifest. What it says is left to the verification.
 *
 * @returns `unread` when the registry failed, so that it is asked again.
 */
export async function readProvenanceFile(
  session: WalkSession,
  subject: string,
  { layer, chart }: ProvenanceFile,
): Promise<WalkedEvidence[] | 'unread'> {
  const { digest, size, mediaType } = layer;
  const evidence: Evidence = {
    digest,
    manifest: subject,
    subject,
    kind: 'provenance-file',
    format: 'helm-provenance',
    mediaType,
    layer: { digest, size },
  };
  const maxBytes = Math.min(
    session.bounds.maxEvidenceBytes,
    MAX_PROVENANCE_FILE_BYTES,
  );
  if (size > maxBytes) {
    const message = `The provenance file has ${size} bytes; at most ${maxBytes} are read.`;
    const problem = { code: 'evidence-too-large' as const, message };
    return [{ evidence: { ...evidence, problem } }];
  }
  try {
    const bytes = await session.fetch(layer, maxBytes);
    return [{ evidence, bytes, chart }];
  } catch (error) {
    session.report(error, digest);
    return 'unread';
  }
}
