import { Evidence } from 'backstage-plugin-chart-provenance-common';

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
 * Evidence attached by a tag: its presence is reported, and keeps a chart from being called unsigned; its contents are not
 * judged yet.
 *
 * @internal
 */
export function signatureTagEvidence(
  { tag, subject, kind }: SignatureTag,
  manifest: { digest: string; mediaType: string },
): Evidence {
  return {
    digest: manifest.digest,
    subject,
    kind,
    format: 'cosign-legacy',
    mediaType: manifest.mediaType,
    problem: {
      code: 'unsupported-format',
      message: `Attached by the tag ${tag.slice(0, 19)}…${tag.slice(
        71,
      )}, in the layout of cosign 2; present, not verified: this format is not supported yet.`,
    },
  };
}
