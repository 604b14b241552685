/** @see https://www.rfc-editor.org/rfc/rfc5280#section-4.2.1 */
export const KEY_USAGE = '2.5.29.15';
export const BASIC_CONSTRAINTS = '2.5.29.19';
export const NAME_CONSTRAINTS = '2.5.29.30';
export const CERTIFICATE_POLICIES = '2.5.29.32';
export const EXTENDED_KEY_USAGE = '2.5.29.37';

/** Bits of the key usage. */
export const DIGITAL_SIGNATURE = 0;
export const CONTENT_COMMITMENT = 1;
export const KEY_CERT_SIGN = 5;

/** Purposes. */
export const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';
export const ANY_PURPOSE = '2.5.29.37.0';
/** Purposes that must not stand beside it: any, TLS server and client, e-mail, timestamps, OCSP. */
export const OTHER_PURPOSES: ReadonlySet<string> = new Set([
  ANY_PURPOSE,
  '1.3.6.1.5.5.7.3.1',
  '1.3.6.1.5.5.7.3.2',
  '1.3.6.1.5.5.7.3.4',
  '1.3.6.1.5.5.7.3.8',
  '1.3.6.1.5.5.7.3.9',
]);

export const RSASSA_PSS = '1.2.840.113549.1.1.10';

/** What certificates may be signed with: RSA and ECDSA, or RSASSA-PSS by its digest, each with SHA-2. */
export const SOUND_SIGNATURES: ReadonlySet<string> = new Set([
  '1.2.840.113549.1.1.11',
  '1.2.840.113549.1.1.12',
  '1.2.840.113549.1.1.13',
  '1.2.840.10045.4.3.2',
  '1.2.840.10045.4.3.3',
  '1.2.840.10045.4.3.4',
  '2.16.840.1.101.3.4.2.1',
  '2.16.840.1.101.3.4.2.2',
  '2.16.840.1.101.3.4.2.3',
]);
