import {
  Bundle,
  BUNDLE_V01_MEDIA_TYPE,
  BUNDLE_V02_MEDIA_TYPE,
  BUNDLE_V03_MEDIA_TYPE,
  bundleFromJSON,
} from '@sigstore/bundle';
import { EvidenceFormat } from 'backstage-plugin-chart-provenance-common';
import { EvidenceError } from '../EvidenceError';
import { member } from '../json/member';
import { parseAround } from '../json/parseAround';
import { assertBundleBounds, BUNDLE_LIMITS } from './bounds';
import { assertOneReading } from './assertOneReading';
import { openStatement, Statement } from './openStatement';

/** A Sigstore bundle within its bounds. */
export interface BundleFrame {
  bundle: Bundle;
  format: EvidenceFormat;
}

/** A bundle parsed once for every root and key. */
export interface OpenedBundle extends BundleFrame {
  /** Absent when the bundle signs a message instead of a statement. */
  statement?: Statement;
}

/** Both spellings of a version, as sigstore-go reads them. */
const VERSION =
  /^application\/vnd\.dev\.sigstore\.bundle(?:\.v(\d\.\d)\+json|\+json;version=(\d\.\d))$/;

/** By version: its format, and the spelling by which the library knows which rules to hold it to. */
const KNOWN: Record<string, [EvidenceFormat, string]> = {
  '0.1': ['sigstore-bundle-v0.1', BUNDLE_V01_MEDIA_TYPE],
  '0.2': ['sigstore-bundle-v0.2', BUNDLE_V02_MEDIA_TYPE],
  '0.3': ['sigstore-bundle-v0.3', BUNDLE_V03_MEDIA_TYPE],
};

/**
 * Parses a bundle and the statement it signs, the bounds of both checked first.
 *
 * @throws EvidenceError `evidence-too-large`, `bad-signature` for what is not a well-formed bundle, `unsupported-format`.
 */
export function openBundle(bytes: Uint8Array): OpenedBundle {
  const frame = openFrame(bytes);
  const { content } = frame.bundle;
  return content.$case === 'dsseEnvelope'
    ? { ...frame, statement: openStatement(content.dsseEnvelope) }
    : frame;
}

/**
 * Parses a bundle, but not what it signs.
 *
 * @throws EvidenceError as `openBundle` does.
 */
export function openFrame(bytes: Uint8Array): BundleFrame {
  const { json, payload } = parseAround(
    bytes,
    BUNDLE_LIMITS,
    ['dsseEnvelope', 'payload'],
    'The bundle',
    'bad-signature',
  );
  assertOneReading(json);
  const [, dotted, parameter] =
    VERSION.exec(String(member(json, 'mediaType'))) ?? [];
  const [format, mediaType] = KNOWN[dotted ?? parameter ?? ''] ?? [
    'sigstore-bundle-other' as const,
  ];
  const bundle = fromJson(json, mediaType);
  if (bundle.content.$case === 'dsseEnvelope') {
    if (!payload?.length) {
      throw malformed();
    }
    bundle.content.dsseEnvelope.payload = payload;
  }
  assertBundleBounds(bundle);
  return { bundle, format };
}

/** Only this checks what a version asks for: promises up to 0.1, proofs with checkpoints from 0.2 on, one certificate from 0.3 on. */
function fromJson(json: unknown, mediaType: string | undefined): Bundle {
  try {
    return bundleFromJSON(
      mediaType === undefined ? json : Object.assign({}, json, { mediaType }),
    );
  } catch (cause) {
    throw malformed(cause);
  }
}

function malformed(cause?: unknown): EvidenceError {
  return new EvidenceError(
    'bad-signature',
    'This is not a well-formed Sigstore bundle.',
    cause,
  );
}
