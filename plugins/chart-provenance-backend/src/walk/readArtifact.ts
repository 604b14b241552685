import { Digest, ReadOnlyTarget } from 'chart-provenance-oras';
import { decodeSignatureTag, digestSchema } from '../evidence';
import { DecodeContents, DEFAULT_WALK_BOUNDS, WalkBounds } from './options';
import { readReferrers } from './readReferrers';
import { WalkedEvidence, WalkProblem } from './types';
import { WalkSession } from './WalkSession';

/** What is attached to one manifest. */
export interface ArtifactReading {
  /** Of the manifest, computed from its bytes; null when it could not be read. */
  digest: Digest | null;
  evidence: WalkedEvidence[];
  /** Everything attached was listed; some of it may not have been read. */
  listed: boolean;
  /** Everything attached was listed and read. */
  complete: boolean;
  problems: WalkProblem[];
}

/** What one look may cost unless told: much less than a walk, for there are many images. */
const BOUNDS: WalkBounds = {
  ...DEFAULT_WALK_BOUNDS,
  maxRequests: 500,
  maxMs: 2 * 60 * 1000,
  maxBytes: 32 * 1024 * 1024,
  maxUnreachable: 2,
};

/**
 * Reads what is attached to a manifest or index that is no chart, such as a container image: its referrers, and what cosign 2 attached by a tag. Of
 * an index nothing below is read. Never throws for what a registry does, and rejects only when `signal` is aborted.
 *
 * @param reference - tag or digest
 * @internal
 */
export async function readArtifact(
  target: ReadOnlyTarget,
  reference: string,
  options: {
    signal?: AbortSignal;
    decode?: DecodeContents;
    bounds?: Partial<WalkBounds>;
  },
): Promise<ArtifactReading> {
  const session = new WalkSession(
    target,
    { ...BOUNDS, ...options.bounds },
    options.signal,
    options.decode,
  );
  const digest = await resolve(session, reference);
  const read = digest
    ? await readReferrers(
        session,
        { subject: digest, signatureTags: signatureTagsOf(digest) },
        new Set(),
      )
    : undefined;
  options.signal?.throwIfAborted();
  const evidence = read?.evidence ?? [];
  const carriers = new Set(
    evidence.map(one => one.evidence.manifest ?? one.evidence.digest),
  );
  return {
    digest,
    evidence,
    listed: read !== undefined,
    complete: read?.digests.every(one => carriers.has(one)) ?? false,
    problems: session.problems,
  };
}

async function resolve(
  session: WalkSession,
  reference: string,
): Promise<Digest | null> {
  try {
    const { descriptor } = await session.fetchManifest(reference);
    return digestSchema.parse(descriptor.digest);
  } catch (error) {
    session.report(error, reference);
    return null;
  }
}

/** Listing the tags of an image may take thousands of requests: these are asked for by name. */
function signatureTagsOf(digest: string) {
  const base = digest.replace(':', '-');
  return ['sig', 'att'].flatMap(
    suffix => decodeSignatureTag(`${base}.${suffix}`) ?? [],
  );
}
