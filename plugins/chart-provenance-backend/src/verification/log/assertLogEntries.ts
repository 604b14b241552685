import { Bundle } from '@sigstore/bundle';
import { parseJson } from '../../evidence';
import { NotProven } from '../outcome/NotProven';
import { BODY_LIMITS } from './bounds';
import { LoggedSigner, readLoggedSigner } from './readLoggedSigner';

type LogEntry = Bundle['verificationMaterial']['tlogEntries'][number];

/** Kinds that can be compared with the bundle, and with the signer. */
const SUPPORTED = new Set([
  'dsse/0.0.1',
  'dsse/0.0.2',
  'hashedrekord/0.0.1',
  'hashedrekord/0.0.2',
  'intoto/0.0.1',
  'intoto/0.0.2',
]);

/**
 * Checks, before the verifier reads them, that log entries are of a supported kind, and that each was logged by the very
 * certificate or key that signs here: the verifier compares signature and digest only (CVE-2026-22703).
 *
 * @throws NotProven `unsupported-format`, `log-proof-missing` for a proof that leads to no checkpoint, or `bad-signature` for another signer's entry.
 */
export function assertLogEntries(
  entries: LogEntry[],
  signer: LoggedSigner,
): void {
  for (const entry of entries) {
    const kind = `${entry.kindVersion.kind}/${entry.kindVersion.version}`;
    if (!SUPPORTED.has(kind)) {
      throw new NotProven(
        'unsupported-format',
        `The log entry is of kind ${kind.slice(
          0,
          60,
        )}, which is not supported.`,
      );
    }
    if (entry.inclusionProof && !entry.inclusionProof.checkpoint) {
      throw new NotProven(
        'log-proof-missing',
        'The log entry brings a proof without the checkpoint that the log signed.',
      );
    }
    const body = parseJson(
      entry.canonicalizedBody,
      BODY_LIMITS,
      'The log entry',
      'bad-signature',
    );
    const logged = readLoggedSigner(kind, body);
    if (logged.type !== signer.type || !logged.der.equals(signer.der)) {
      throw new NotProven(
        'bad-signature',
        'The log entry was made by another key or certificate.',
      );
    }
  }
}
