import { Bundle, bundleFromJSON } from '@sigstore/bundle';
import { EvidenceFormat } from 'backstage-plugin-chart-provenance-common';
import { EvidenceError } from '../EvidenceError';
import { parseJson } from '../json/parseJson';
import { assertBundleBounds, BUNDLE_LIMITS } from './bounds';
import { openStatement, Statement } from './openStatement';

/** A Sigstore bundle within its bounds, parsed once for every root and key. */
export interface OpenedBundle {
  bundle: Bundle;
  format: EvidenceFormat;
  /** Absent when the bundle signs a message instead of a statement. */
  statement?: Statement;
}

const V03 =
  /^application\/vnd\.dev\.sigstore\.bundle(\.v0\.3\+json|\+json;version=0\.3)$/;

/**
 * Parses a bundle, its bounds checked first.
 *
 * @throws EvidenceError `evidence-too-large`, `bad-signature` for what is not a well-formed bundle, `unsupported-format`.
 */
export function openBundle(bytes: Uint8Array): OpenedBundle {
  const json = parseJson(bytes, BUNDLE_LIMITS, 'The bundle', 'bad-signature');
  assertOneSignature(json);
  const bundle = fromJson(json);
  assertBundleBounds(bundle);
  return {
    bundle,
    format: V03.test(bundle.mediaType)
      ? 'sigstore-bundle-v0.3'
      : 'sigstore-bundle-other',
    statement:
      bundle.content.$case === 'dsseEnvelope'
        ? openStatement(bundle.content.dsseEnvelope)
        : undefined,
  };
}

/** The verifier looks at the first signature of an envelope only; a second one could mean anything to another reader. */
function assertOneSignature(json: unknown): void {
  const envelope = member(json, 'dsseEnvelope');
  if (envelope === undefined || envelope === null) {
    return;
  }
  const signatures = member(envelope, 'signatures');
  if (!Array.isArray(signatures) || signatures.length !== 1) {
    throw new EvidenceError(
      'bad-signature',
      'The envelope does not carry exactly one signature.',
    );
  }
  if (member(json, 'messageSignature')) {
    throw new EvidenceError(
      'bad-signature',
      'The bundle carries both an envelope and a message signature.',
    );
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

function fromJson(json: unknown): Bundle {
  try {
    return bundleFromJSON(json);
  } catch (cause) {
    throw new EvidenceError(
      'bad-signature',
      'This is not a well-formed Sigstore bundle.',
      cause,
    );
  }
}
