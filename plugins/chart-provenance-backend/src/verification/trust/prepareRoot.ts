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

function load(input: RootInput): { json: unknown; detail: string } {
  if (input.type === 'file') {
    return { json: input.trustedRoot, detail: 'From a trusted root file.' };
  }
  const { trustedRoot, origin, expiresAt } = embeddedRoot();
  return {
    json: trustedRoot,
    detail: `The public Sigstore instance, as shipped with ${origin} (expires ${expiresAt.slice(
      0,
      10,
    )}). It is renewed by updating the package.`,
  };
}
