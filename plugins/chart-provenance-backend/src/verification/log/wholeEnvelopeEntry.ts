import { createHash } from 'node:crypto';
import { Bundle } from '@sigstore/bundle';
import { crypto, json } from '@sigstore/core';
import { TrustMaterial } from '@sigstore/verify';
import { parseJson } from '../../evidence';
import { NotProven } from '../outcome/NotProven';
import { BODY_LIMITS } from './bounds';
import { intoto001Schema } from './schema';

type LogEntry = Bundle['verificationMaterial']['tlogEntries'][number];

/** Kind `intoto/0.0.1`, up to cosign 2.1: it names the hash of the whole envelope instead of the signature. */
export function isWholeEnvelopeEntry({ kindVersion }: LogEntry): boolean {
  return kindVersion.kind === 'intoto' && kindVersion.version === '0.0.1';
}

/**
 * Checks that a log of the root promised to hold this very envelope.
 *
 * @throws NotProven `unsupported-format` when the envelope was not stored as it was logged, `bad-signature`, `log-proof-missing`.
 */
export function assertWholeEnvelopeEntry(
  entry: LogEntry,
  storedEnvelope: Buffer | undefined,
  logs: TrustMaterial['tlogs'],
): void {
  if (!storedEnvelope) {
    throw new NotProven(
      'unsupported-format',
      'The log entry is of kind intoto/0.0.1, which is not supported in a bundle.',
    );
  }
  const { canonicalizedBody } = entry;
  const body = intoto001Schema.safeParse(
    parseJson(canonicalizedBody, BODY_LIMITS, 'The log entry', 'bad-signature'),
  );
  const hash = createHash('sha256').update(storedEnvelope).digest('hex');
  if (body.data?.hash !== hash) {
    throw new NotProven(
      'bad-signature',
      'The log entry is for other content than the bundle holds.',
    );
  }
  if (!logs.some(log => promised(entry, log))) {
    throw new NotProven(
      'log-proof-missing',
      'No transparency log of this root proves that the signature was logged.',
    );
  }
}

/** The signed promise of Rekor v1, over body, time, index and log. */
function promised(
  {
    logId,
    integratedTime,
    logIndex,
    inclusionPromise,
    canonicalizedBody,
  }: LogEntry,
  { logID, publicKey, validFor }: TrustMaterial['tlogs'][number],
): boolean {
  const time = new Date(Number(integratedTime) * 1000);
  if (
    !inclusionPromise ||
    !logID.equals(logId.keyId) ||
    !(validFor.start <= time && time <= validFor.end)
  ) {
    return false;
  }
  const payload = json.canonicalize({
    body: canonicalizedBody.toString('base64'),
    integratedTime: Number(integratedTime),
    logIndex: Number(logIndex),
    logID: logId.keyId.toString('hex'),
  });
  return crypto.verify(
    Buffer.from(payload, 'utf8'),
    publicKey,
    inclusionPromise.signedEntryTimestamp,
  );
}
