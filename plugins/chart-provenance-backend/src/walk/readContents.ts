import { setImmediate } from 'node:timers/promises';
import { Descriptor } from 'chart-provenance-oras';
import { Evidence } from 'backstage-plugin-chart-provenance-common';
import {
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
 * @returns `unread` when the registry failed, or nobody could decode it, so that all of it is asked for again.
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
    const message = tooMany(session, layers, spare);
    if (message) {
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

/** Why layers are not read, none of them; undefined when they are. */
function tooMany(
  { bounds: { maxEvidenceBytes, maxLayerBytes } }: WalkSession,
  layers: SignatureLayer[],
  spare: SpareLayers,
): string | undefined {
  if (layers.length - 1 > spare.left) {
    return `It has ${layers.length} signatures, and more are attached than are read.`;
  }
  const bytes = layers
    .filter(
      layer => layer.size <= Math.min(maxEvidenceBytes, maxPayloadBytes(layer)),
    )
    .reduce((sum, { size }) => sum + size, 0);
  return bytes > maxLayerBytes
    ? `Its signatures are over ${bytes} bytes; at most ${maxLayerBytes} are read.`
    : undefined;
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
  const decoded = await session.decode(evidence, bundle);
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
    found.push(
      await readLayer(session, decodeLayer(origin, layer, payload), payload),
    );
    // Each takes milliseconds, and what is shared is not waited for.
    await setImmediate();
  }
  return found;
}

async function readLayer(
  session: WalkSession,
  { evidence, bytes }: WalkedEvidence,
  payload: Uint8Array | undefined,
): Promise<WalkedEvidence> {
  return payload && !evidence.problem
    ? { evidence: await session.decode(evidence, payload), bytes }
    : { evidence };
}

async function fetchPayload(
  session: WalkSession,
  layer: SignatureLayer,
): Promise<Uint8Array | undefined> {
  const { maxEvidenceBytes } = session.bounds;
  const maxBytes = Math.min(maxEvidenceBytes, maxPayloadBytes(layer));
  return layer.size > maxBytes ? undefined : session.fetch(layer, maxBytes);
}
