import { TrustedRoot } from '@sigstore/protobuf-specs';
import { toTrustMaterial, TrustMaterial } from '@sigstore/verify';
import { RootInput, Thresholds } from '../types';
import { embeddedRoot } from './embeddedRoot';
import { hashOf } from './hashOf';
import { readTrustedRoot } from './readTrustedRoot';

/** A root ready to verify under. Without `material` nothing is proven under it. */
export interface PreparedRoot {
  id: string;
  hash: string;
  thresholds: Thresholds;
  material?: TrustMaterial;
  asOf?: string;
  /** One sentence for the operator: where it is from, or why it cannot be used. */
  detail: string;
}

const NO_KEYS = () => {
  throw new Error('a root has no keys of its own');
};

/** Checks and prepares a root; bad material becomes a root under which nothing is proven. */
export function prepareRoot(input: RootInput): PreparedRoot {
  const { id, asOf } = input;
  const thresholds = { tlog: 1, ctlog: 1, timestamp: 1, ...input.thresholds };
  const base = { id, asOf, thresholds };
  try {
    const { json, detail } = load(input);
    const root = readTrustedRoot(json, thresholds);
    return {
      ...base,
      hash: hashOf({ root: TrustedRoot.toJSON(root), thresholds }),
      material: toTrustMaterial(root, NO_KEYS),
      detail,
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it cannot be read';
    return {
      ...base,
      hash: hashOf({ id, unusable: true }),
      detail: `Root ${id} cannot be used: ${why}.`,
    };
  }
}

const ORIGINS: Record<RootInput['type'], string> = {
  publicGood: 'The public Sigstore instance, as refreshed over TUF.',
  file: 'From a trusted root file.',
  github: "GitHub's own instance, from a file of gh attestation trusted-root.",
  tuf: 'As its TUF repository vouches for it.',
};

function load(input: RootInput): { json: unknown; detail: string } {
  if (input.trustedRoot !== undefined) {
    return { json: input.trustedRoot, detail: ORIGINS[input.type] };
  }
  if (input.type === 'tuf') {
    throw new Error('its TUF repository was not read yet');
  }
  if (input.type !== 'publicGood') {
    return { json: undefined, detail: '' };
  }
  const { trustedRoot, origin, expiresAt } = embeddedRoot();
  return {
    json: trustedRoot,
    detail: `The public Sigstore instance, as shipped with ${origin} (expires ${expiresAt.slice(
      0,
      10,
    )}).`,
  };
}
