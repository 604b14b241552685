import { MAX_CRITICAL_HEADERS } from './bounds';
import {
  AUTHENTIC_SIGNING_TIME,
  EXPIRY,
  PAYLOAD_TYPE,
  SIGNING_SCHEME,
  SIGNING_TIME,
  VERIFICATION_PLUGIN,
} from './headers';
import { malformed, unsupported } from './malformed';
import {
  NOTATION_ALGORITHMS,
  NotationAlgorithm,
  NotationEnvelope,
} from './NotationEnvelope';

/** Signed headers as one of the two syntaxes has them: times are read, everything else is as it was written. */
export interface SignedHeaders {
  algorithm: unknown;
  contentType: unknown;
  critical: unknown;
  /** Headers by name, the three above left out. */
  named: ReadonlyMap<unknown, unknown>;
  /** Reads a time; undefined for what is none. */
  timeOf: (value: unknown) => Date | undefined;
}

const UNDERSTOOD: ReadonlySet<unknown> = new Set([SIGNING_SCHEME, EXPIRY]);

type Checked = Pick<
  NotationEnvelope,
  'signingScheme' | 'algorithm' | 'signingTime' | 'expiry' | 'critical'
>;

/**
 * Checks what both syntaxes have in common.
 *
 * @throws EvidenceError `bad-signature`; `unsupported-format` for another scheme or algorithm, a plugin, or a critical header that is
 * not known here: ignoring it would accept what its signer wants refused.
 * @see https://github.com/notaryproject/specifications/blob/v1.1.0/specs/signature-specification.md#signed-attributes
 */
export function checkHeaders(headers: SignedHeaders): Checked {
  const { named, timeOf } = headers;
  if (headers.contentType !== PAYLOAD_TYPE) {
    throw unsupported('its payload is of another type.');
  }
  checkScheme(named);
  const critical = readCritical(headers);
  const signingTime = timeOf(named.get(SIGNING_TIME));
  if (!signingTime) {
    throw malformed('it does not say when it was made.');
  }
  const expiry = readExpiry(headers, signingTime);
  return {
    signingScheme: 'notary.x509',
    algorithm: readAlgorithm(headers.algorithm),
    signingTime: signingTime.toISOString(),
    ...(expiry && { expiry: expiry.toISOString() }),
    critical,
  };
}

function checkScheme(named: SignedHeaders['named']): void {
  const scheme = named.get(SIGNING_SCHEME);
  if (scheme === 'notary.x509.signingAuthority') {
    throw unsupported(
      'it is of the scheme notary.x509.signingAuthority, whose times are the word of an authority.',
    );
  }
  if (scheme !== 'notary.x509') {
    throw unsupported('it is of an unknown scheme.');
  }
  if (named.has(AUTHENTIC_SIGNING_TIME)) {
    throw malformed('it has a header of another scheme.');
  }
  // Marked critical or not: Notation itself asks the plugin wherever it is named.
  if (named.has(VERIFICATION_PLUGIN)) {
    throw unsupported('it asks for a verification plugin.');
  }
}

function readCritical({ critical, named }: SignedHeaders): string[] {
  if (!Array.isArray(critical) || critical.length > MAX_CRITICAL_HEADERS) {
    throw malformed('it does not say which headers are critical.');
  }
  const names: unknown[] = critical;
  if (!names.every(name => UNDERSTOOD.has(name))) {
    throw unsupported('it marks a header critical that is not known here.');
  }
  if (
    new Set(names).size !== names.length ||
    !names.every(name => named.has(name)) ||
    ![...UNDERSTOOD].every(name => !named.has(name) || names.includes(name))
  ) {
    throw malformed('it does not mark exactly those headers critical.');
  }
  return names.map(String);
}

function readExpiry(
  { named, timeOf }: SignedHeaders,
  signingTime: Date,
): Date | undefined {
  if (!named.has(EXPIRY)) {
    return undefined;
  }
  const expiry = timeOf(named.get(EXPIRY));
  if (!expiry || expiry <= signingTime) {
    throw malformed('it does not expire after it was made.');
  }
  return expiry;
}

function readAlgorithm(written: unknown): NotationAlgorithm {
  const known = NOTATION_ALGORITHMS.find(name => name === written);
  if (!known) {
    throw unsupported('it was made with another algorithm.');
  }
  return known;
}
