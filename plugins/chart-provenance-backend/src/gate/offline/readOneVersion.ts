import { ReadOnlyTarget } from 'chart-provenance-oras';
import { decodeSignatureTag, digestSchema, SignatureTag } from '../../evidence';
import { DecodeContents, DEFAULT_WALK_BOUNDS } from '../../walk';
import { readReferrers } from '../../walk/readReferrers';
import { Manifest } from '../../walk/readVersion';
import { isNotFound, toProblem } from '../../walk/toProblem';
import { ProvenanceFile, WalkedVersion, WalkProblem } from '../../walk/types';
import { VersionReader } from '../../walk/VersionReader';
import { WalkSession } from '../../walk/WalkSession';
import { ManifestNow, OneVersion, TagNow } from './OneVersion';

/** cosign 2 attaches by tags. Those that there may be are asked for, for a listing of all tags may be long. */
const SUFFIXES = ['.sig', '.att', '.sbom'];

/** Milliseconds that one decision may take of a registry's time. */
const MAX_MS = 60_000;

/**
 * Reads one version of a chart and all that is attached to it, by the readers of the walk. Never throws for what a registry does; rejects
 * when the signal is aborted.
 */
export async function readOneVersion(
  target: ReadOnlyTarget,
  asked: { tag: string | null; digest: string | null },
  options: { decode: DecodeContents; signal?: AbortSignal },
): Promise<OneVersion> {
  const session = new WalkSession(
    target,
    { ...DEFAULT_WALK_BOUNDS, maxMs: MAX_MS },
    options.signal,
    options.decode,
  );
  const behind = asked.tag === null ? null : await fetch(session, asked.tag);
  const tag =
    asked.tag !== null && behind
      ? { name: asked.tag, now: tagNow(behind) }
      : null;
  const digest =
    asked.digest ?? (tag?.now.state === 'at' ? tag.now.digest : null);
  if (digest === null) {
    return { tag, manifest: null, listed: null, evidence: [] };
  }
  const isBehind =
    behind?.state === 'at' && behind.manifest.descriptor.digest === digest;
  const fetched = isBehind ? behind : await fetch(session, digest);
  const now = await manifestNow(session, digest, fetched);
  const attached =
    now.state === 'read'
      ? await readAttached(session, now.version)
      : { listed: null, evidence: [] };
  options.signal?.throwIfAborted();
  return { tag, manifest: { digest, now }, ...attached };
}

type Fetched =
  | { state: 'at'; manifest: Manifest }
  | { state: 'absent' }
  | { state: 'unknown'; problem: WalkProblem };

async function fetch(session: WalkSession, at: string): Promise<Fetched> {
  try {
    return { state: 'at', manifest: await session.fetchManifest(at) };
  } catch (error) {
    return isNotFound(error)
      ? { state: 'absent' }
      : { state: 'unknown', problem: whyOf(session, error, at) };
  }
}

/** Once a session has given up, what comes after says nothing but that. */
function whyOf(session: WalkSession, error: unknown, at: string): WalkProblem {
  const [stopped] = session.problems;
  return stopped ?? toProblem(error, at);
}

function tagNow(fetched: Fetched): TagNow {
  return fetched.state === 'at'
    ? { state: 'at', digest: fetched.manifest.descriptor.digest }
    : fetched;
}

async function manifestNow(
  session: WalkSession,
  digest: string,
  fetched: Fetched,
): Promise<ManifestNow> {
  if (fetched.state !== 'at') {
    return fetched;
  }
  const reader = new VersionReader(session, new Set());
  await reader.read(fetched.manifest);
  const version = reader.versions.get(digest);
  return version
    ? { state: 'read', version }
    : { state: 'unknown', problem: whyOf(session, undefined, digest) };
}

async function readAttached(
  session: WalkSession,
  version: WalkedVersion,
): Promise<Pick<OneVersion, 'listed' | 'evidence'>> {
  const subject = digestSchema.parse(version.digest);
  const signatureTags = signatureTagsOf(subject);
  const provenanceFile = provenanceFileOf(version);
  const read = await readReferrers(
    session,
    { subject, signatureTags, provenanceFile },
    new Set(),
  );
  return read
    ? { listed: read.digests, evidence: read.evidence }
    : { listed: null, evidence: [] };
}

function signatureTagsOf(digest: string): SignatureTag[] {
  const name = digest.replace(':', '-');
  return SUFFIXES.flatMap(
    suffix => decodeSignatureTag(`${name}${suffix}`) ?? [],
  );
}

function provenanceFileOf(version: WalkedVersion): ProvenanceFile | undefined {
  const { name, chartLayerDigest, provenanceFileLayer: layer } = version;
  return layer
    ? { layer, chart: { name, version: version.version, chartLayerDigest } }
    : undefined;
}
