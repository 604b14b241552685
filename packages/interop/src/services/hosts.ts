/** The names that Acme's services answer to behind the front door. */
export const HOSTS = {
  registry: 'registry.acme.example',
  fulcio: 'fulcio.sigstore.acme.example',
  rekor: 'rekor.sigstore.acme.example',
  /** Rekor v1, where it could be had. */
  rekor1: 'rekor1.sigstore.acme.example',
  timestamp: 'timestamp.sigstore.acme.example',
  certificateLog: 'ctlog.sigstore.acme.example',
  accounts: 'accounts.acme.example',
  /** Answered here too, so that certificates carry the issuer adopters know. */
  actions: 'token.actions.githubusercontent.com',
  gitlab: 'gitlab.com',
} as const;

/** Everything at Acme's Sigstore is trusted from this day on. */
export const TRUSTED_SINCE = new Date('2026-01-01T00:00:00Z');
export const CERTIFICATES_UNTIL = new Date('2036-01-01T00:00:00Z');
