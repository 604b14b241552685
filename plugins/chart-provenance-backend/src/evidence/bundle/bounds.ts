import { Bundle } from '@sigstore/bundle';
import { EvidenceError } from '../EvidenceError';

const MIB = 1024 * 1024;

/** Largest bundle that is read, bytes: SBOM attestations of several megabytes are real. */
export const MAX_BUNDLE_BYTES = 8 * MIB;

/** What stands around the signed payload in a bundle or an envelope, bytes. */
const MAX_FRAME_BYTES = 256 * 1024;

export const BUNDLE_LIMITS = {
  maxBytes: MAX_BUNDLE_BYTES,
  maxRest: MAX_FRAME_BYTES,
  maxDepth: 16,
  maxNodes: 2_000,
};

/**
 * A statement fills the rest of a bundle, and an SBOM has many members. Each may cost a hundred bytes of memory once it is parsed.
 * Names are the predicate's own affair from the second level on.
 */
export const STATEMENT_LIMITS = {
  maxBytes: MAX_BUNDLE_BYTES,
  maxDepth: 64,
  maxNodes: 200_000,
  uniqueTo: 1,
};

/** The members of a statement that say what it is about. */
export const HEADER_LIMITS = { maxBytes: MIB, maxDepth: 8, maxNodes: 20_000 };

export const MAX_SUBJECTS = 1_024;

const MAX_TIMESTAMPS = 4;
const MAX_LOG_ENTRIES = 4;
const MAX_CERTIFICATES = 8;
const MAX_DER_BYTES = 16 * 1024;
const MAX_PROOF_HASHES = 64;
const MAX_CHECKPOINT_CHARACTERS = 16 * 1024;
const MAX_CHECKPOINT_LINES = 48;
/** A decimal 64-bit number. */
const MAX_NUMBER_CHARACTERS = 20;

/**
 * Refuses what would make the verifier work for long: each timestamp, log entry and checkpoint signature costs it a
 * signature check, and a thousand copies of one timestamp once cost seconds.
 *
 * @throws EvidenceError `evidence-too-large`.
 */
export function assertBundleBounds(bundle: Bundle): void {
  const { content, tlogEntries, timestampVerificationData } =
    bundle.verificationMaterial;
  const timestamps = timestampVerificationData?.rfc3161Timestamps ?? [];
  atMost(MAX_TIMESTAMPS, timestamps.length, 'timestamps');
  atMost(MAX_LOG_ENTRIES, tlogEntries.length, 'log entries');
  timestamps.forEach(({ signedTimestamp }) =>
    atMost(MAX_DER_BYTES, signedTimestamp.length, 'bytes in a timestamp'),
  );
  const certificates =
    content.$case === 'x509CertificateChain'
      ? content.x509CertificateChain.certificates
      : [];
  atMost(MAX_CERTIFICATES, certificates.length, 'certificates');
  const leaf =
    content.$case === 'certificate' ? content.certificate : certificates[0];
  atMost(MAX_DER_BYTES, leaf?.rawBytes.length ?? 0, 'bytes in a certificate');
  tlogEntries.forEach(assertLogEntryBounds);
}

function assertLogEntryBounds(
  entry: Bundle['verificationMaterial']['tlogEntries'][number],
): void {
  const numbers = [
    entry.logIndex,
    entry.integratedTime,
    entry.inclusionProof?.logIndex,
    entry.inclusionProof?.treeSize,
  ];
  numbers.forEach(number =>
    atMost(MAX_NUMBER_CHARACTERS, number?.length ?? 0, 'digits in a number'),
  );
  const proof = entry.inclusionProof;
  atMost(MAX_PROOF_HASHES, proof?.hashes.length ?? 0, 'proof hashes');
  const checkpoint = proof?.checkpoint?.envelope ?? '';
  atMost(
    MAX_CHECKPOINT_CHARACTERS,
    checkpoint.length,
    'characters in a checkpoint',
  );
  atMost(
    MAX_CHECKPOINT_LINES,
    checkpoint.split('\n').length,
    'lines in a checkpoint',
  );
}

function atMost(limit: number, found: number, what: string): void {
  if (found > limit) {
    throw new EvidenceError(
      'evidence-too-large',
      `The bundle has ${found} ${what}; at most ${limit} are read.`,
    );
  }
}
