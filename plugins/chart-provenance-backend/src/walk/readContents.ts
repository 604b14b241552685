import { setImmediate } from 'node:timers/promises';
import { Descriptor } from 'chart-provenance-oras';
import { Evidence } from 'backstage-plugin-chart-provenance-common';
import {
  decodeBundle,
  DecodedReferrer,
  decodeLayer,
  keepBundle,
  maxPayloadBytes,
  signsMessage,
  SignatureLayer,
} from '../evidence';
import { WalkedEvidence } from './types';
import { WalkSession } from './WalkSession';

/** How many layers beyond the first may still be read. */
export interface SpareLayers {
  left: number;
}

/**
 * Reads what a manifest carries: one bundle, or several layers of which each is evidence of its own.
 *
 * @param spare - shared by manifests of one subject, and used up here: each layer costs a verification, and there may be many
 * manifests with many layers.
 * @returns `unread` when the registry failed, so that all of it is asked for again.
 */
export async function readContents(
  session: WalkSession,
  { evidence, bundle, layers, sbom }: DecodedReferrer,
  spare: SpareLayers,
): Promise<WalkedEvidence[] | 'unread'> {
  try {
    if (bundle) {
      return [await readBundle(session, evidence, bundle)];
    }
    if (sbom) {
      return [await readSbom(session, evidence, sbom)];
    }
    if (!layers) {
      return [{ evidence }];
    }
    if (layers.length - 1 > spare.left) {
      const message = `It has ${layers.length} signatures, and more are attached than are read.`;
      const problem = { code: 'evidence-too-large' as const, message };
      return [{ evidence: { ...evidence, kind: 'unknown', problem } }];
    }
    spare.left -= layers.length - 1;
    return await readLayers(session, evidence, layers);
  } catch (error) {
    session.report(error, evidence.digest);
    return 'unread';
  }
}

async function readBundle(
  session: WalkSession,
  evidence: Evidence,
  layer: Descriptor,
): Promise<WalkedEvidence> {
  const bundle = await fetchWithin(session, layer);
  if (!bundle) {
    return tooLarge(session, evidence, 'bundle');
  }
  const decoded = decodeBundle(evidence, bundle);
  // It may have taken tens of milliseconds.
  await setImmediate();
  if (decoded.format === 'notation') {
    return { evidence: decoded, bytes: bundle };
  }
  const signed = signsMessage(decoded)
    ? await session.fetchSigned(evidence.subject)
    : undefined;
  return { evidence: decoded, bytes: keepBundle({ bundle, signed }) };
}

async function readSbom(
  session: WalkSession,
  evidence: Evidence,
  layer: Descriptor,
): Promise<WalkedEvidence> {
  const bytes = await fetchWithin(session, layer);
  return bytes ? { evidence, bytes } : tooLarge(session, evidence, 'SBOM');
}

async function fetchWithin(
  session: WalkSession,
  layer: Descriptor,
): Promise<Uint8Array | undefined> {
  const { maxEvidenceBytes } = session.bounds;
  return layer.size > maxEvidenceBytes
    ? undefined
    : session.fetch(layer, maxEvidenceBytes);
}

function tooLarge(
  { bounds: { maxEvidenceBytes } }: WalkSession,
  evidence: Evidence,
  what: string,
): WalkedEvidence {
  const message = `The ${what} has ${evidence.layer?.size} bytes; at most ${maxEvidenceBytes} are read.`;
  const problem = { code: 'evidence-too-large' as const, message };
  return { evidence: { ...evidence, problem } };
}

async function readLayers(
  session: WalkSession,
  { digest: manifest, subject, artifactType }: Evidence,
  layers: SignatureLayer[],
): Promise<WalkedEvidence[]> {
  const origin = { manifest, subject, artifactType };
  // Signatures of one content by several signers share its payload.
  const payloads = new Map<string, Uint8Array>();
  const found: WalkedEvidence[] = [];
  for (const layer of layers) {
    const key = `${layer.digest} ${layer.size}`;
    const shared = payloads.get(key);
    if (shared) {
      session.hold(shared);
    }
    const payload = shared ?? (await fetchPayload(session, layer));
    if (payload) {
      payloads.set(key, payload);
    }
    found.push(decodeLayer(origin, layer, payload));
    // Each takes milliseconds, and what is shared is not waited for.
    await setImmediate();
  }
  return found;
}

async function fetchPayload(
  session: WalkSession,
  layer: SignatureLayer,
): Promise<Uint8Array | undefined> {
  const { maxEvidenceBytes } = session.bounds;
  const maxBytes = Math.min(maxEvidenceBytes, maxPayloadBytes(layer));
  return layer.size > maxBytes ? undefined : session.fetch(layer, maxBytes);
}
