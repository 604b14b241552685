/** The reason codes that a provenance file can be refused with. */
export type ReasonName =
  | 'bad-signature'
  | 'certificate-expired'
  | 'digest-mismatch'
  | 'distrusted'
  | 'evidence-too-large'
  | 'name-or-version-mismatch'
  | 'unsupported-format'
  | 'untrusted-key';
