import type { Envelope } from './envelopes.ts';
import type { Forgery } from './Forgery.ts';

const SCHEME = 'io.cncf.notary.signingScheme';
const EXPIRY = 'io.cncf.notary.expiry';
const TIME = 'io.cncf.notary.signingTime';
const LATER = '2035-01-01T00:00:00Z';

const withHeaders =
  (headers: Record<string, unknown>) =>
  (envelope: Envelope): Envelope => ({
    ...envelope,
    headers: { ...envelope.headers, ...headers },
  });

/** Signed headers that are not as they should be, and two that are. */
export const FORGED_HEADERS: Forgery[] = [
  { name: 'as-it-should-be', expected: 'proven' },
  {
    name: 'header-of-its-own',
    expected: 'proven',
    change: withHeaders({ 'example.acme/build': '7' }),
  },
  {
    name: 'unknown-critical',
    expected: 'unsupported-format',
    differs:
      'Notation lets a critical header pass that it does not know; the specification has it refused.',
    change: withHeaders({
      crit: [SCHEME, 'example.acme/only-on-mondays'],
      'example.acme/only-on-mondays': 'yes',
    }),
  },
  {
    name: 'expiry-not-critical',
    expected: 'bad-signature',
    change: withHeaders({ [EXPIRY]: LATER }),
  },
  {
    name: 'expiry-before-signing',
    expected: 'bad-signature',
    change: withHeaders({
      crit: [SCHEME, EXPIRY],
      [EXPIRY]: '2026-01-02T00:00:00Z',
    }),
  },
  {
    name: 'nothing-critical',
    expected: 'bad-signature',
    change: withHeaders({ crit: [] }),
  },
  {
    name: 'signing-authority',
    expected: 'unsupported-format',
    change: withHeaders({
      crit: [SCHEME, 'io.cncf.notary.authenticSigningTime'],
      [SCHEME]: 'notary.x509.signingAuthority',
      'io.cncf.notary.authenticSigningTime': LATER,
    }),
  },
  {
    name: 'plugin',
    expected: 'unsupported-format',
    change: withHeaders({
      crit: [SCHEME, 'io.cncf.notary.verificationPlugin'],
      'io.cncf.notary.verificationPlugin': 'com.example.acme',
    }),
  },
  {
    name: 'plugin-not-critical',
    expected: 'unsupported-format',
    change: withHeaders({
      'io.cncf.notary.verificationPlugin': 'com.example.acme',
    }),
  },
  {
    name: 'authority-time-beside',
    expected: 'bad-signature',
    change: withHeaders({ 'io.cncf.notary.authenticSigningTime': LATER }),
    differs: 'Notation refuses a header of the other scheme in JWS only.',
    differsIn: 'cose',
  },
  {
    name: 'unknown-scheme',
    expected: 'unsupported-format',
    change: withHeaders({ [SCHEME]: 'notary.x509.tomorrow' }),
  },
  {
    name: 'critical-and-missing',
    expected: 'bad-signature',
    change: withHeaders({ crit: [SCHEME, EXPIRY] }),
  },
  {
    name: 'critical-twice',
    expected: 'bad-signature',
    change: withHeaders({ crit: [SCHEME, SCHEME] }),
    differs: 'Notation refuses a name that is critical twice in JWS only.',
    differsIn: 'cose',
  },
  {
    name: 'no-time',
    expected: 'bad-signature',
    change: withHeaders({ [TIME]: 'at noon' }),
  },
  {
    name: 'other-content',
    expected: 'unsupported-format',
    change: withHeaders({ cty: 'application/json' }),
  },
  {
    name: 'algorithm-of-another-key',
    expected: 'bad-signature',
    by: 'rsa2048',
    alg: 'PS512',
  },
  { name: 'no-algorithm', expected: 'unsupported-format', alg: 'none' },
];
