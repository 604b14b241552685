import { Evidence } from 'backstage-plugin-chart-provenance-common';
import { EvidenceError } from '../EvidenceError';
import { DecodedReferrer } from './classifyReferrer';
import { decodeAttached, ReferrerBytes } from './decodeReferrer';

const SIGNATURE_TAG = /^sha256-([0-9a-f]{64})\.(sig|att|sbom)$/;

/** A tag by which cosign 2 and older attach evidence to a digest. */
export interface SignatureTag {
  tag: string;
  subject: string;
  kind: 'signature' | 'attestation' | 'sbom';
}

const KINDS = { sig: 'signature', att: 'attestation', sbom: 'sbom' } as const;

/**
 * Reads `sha256-<hex>.sig`, `.att` and `.sbom`.
 *
 * @returns undefined for any other tag.
 * @internal
 */
export function decodeSignatureTag(tag: string): SignatureTag | undefined {
  const [, hex, suffix] = SIGNATURE_TAG.exec(tag) ?? [];
  if (suffix !== 'sig' && suffix !== 'att' && suffix !== 'sbom') {
    return undefined;
  }
  return { tag, subject: `sha256:${hex}`, kind: KINDS[suffix] };
}

/**
 * Reads the manifest a signature tag points at. The tag is all that binds it to the chart: what is signed has to say the rest. A tag
 * that points at something without a signature is shown, and keeps the chart from being called unsigned: somebody meant to sign it.
 *
 * @internal
 */
export function decodeTagged(
  tag: SignatureTag,
  manifest: ReferrerBytes & { mediaType: string },
  maxLayers: number,
): DecodedReferrer {
  let decoded;
  try {
    decoded = decodeAttached(manifest, tag.subject, maxLayers, () => {});
  } catch (error) {
    if (error instanceof EvidenceError) {
      return { evidence: pointsElsewhere(tag, manifest) };
    }
    throw error;
  }
  const { evidence, bundle, layers } = decoded;
  const isWhatItSays =
    bundle ??
    layers ??
    evidence.problem ??
    (tag.kind === 'sbom' && evidence.kind === 'sbom');
  return isWhatItSays
    ? decoded
    : { evidence: { ...evidence, ...pointsElsewhere(tag, manifest) } };
}

function pointsElsewhere(
  { tag, subject, kind }: SignatureTag,
  manifest: { digest: string; mediaType: string },
): Evidence {
  const shortTag = `${tag.slice(0, 19)}…${tag.slice(71)}`;
  return {
    digest: manifest.digest,
    subject,
    kind,
    format: 'unknown',
    mediaType: manifest.mediaType,
    problem: {
      code: 'unsupported-format',
      message: `The tag ${shortTag} points at something that is not written as cosign writes it.`,
    },
  };
}
