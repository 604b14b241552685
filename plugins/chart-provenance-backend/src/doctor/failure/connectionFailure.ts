import { failed, Finding } from '../check';
import { causeCodes } from './causesOf';

const NEXT_CA = {
  what: 'If it is your own certificate authority, give its certificate to the process with NODE_EXTRA_CA_CERTS; otherwise somebody stands between, and nothing should be sent.',
  who: 'platform',
} as const;

const OWN_CA = [
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
];

/** What a failed connection means, by the codes of its causes. */
const BY_CODE: readonly [codes: string[], of: (host: string) => Finding][] = [
  [
    ['ENOTFOUND', 'ENODATA'],
    host =>
      failed(`The name of ${host} does not resolve.`, {
        what: 'Check the host for a typing error; if it is right, have its name known to the resolver of this machine, or go through a proxy (HTTPS_PROXY).',
        who: 'operator',
      }),
  ],
  [
    ['EAI_AGAIN'],
    () =>
      failed('The resolver of this machine did not answer.', {
        what: 'Check DNS where this process runs.',
        who: 'platform',
      }),
  ],
  [
    ['ERR_TLS_CERT_ALTNAME_INVALID'],
    host =>
      failed(`The TLS certificate shown is not for the name ${host}.`, {
        what: 'Configure the name that is in the certificate, or have the certificate reissued for this one.',
        who: 'registry-owner',
      }),
  ],
  [
    ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'],
    () =>
      failed('The TLS certificate is past its time, or not in it yet.', {
        what: 'Have the certificate renewed, and check the clock of this machine.',
        who: 'registry-owner',
      }),
  ],
  [
    ['DEPTH_ZERO_SELF_SIGNED_CERT'],
    () => failed('The TLS certificate is signed by itself.', NEXT_CA),
  ],
  [
    OWN_CA,
    () =>
      failed(
        'The TLS certificate is from an authority that this process does not know.',
        NEXT_CA,
      ),
  ],
  [
    [
      'EPROTO',
      'ERR_SSL_WRONG_VERSION_NUMBER',
      'ERR_SSL_PACKET_LENGTH_TOO_LONG',
    ],
    () =>
      failed('What answers there does not speak TLS.', {
        what: 'Use the port that speaks HTTPS; for a registry on this machine or network, plainHttp: true together with allowPrivateAddress: true.',
        who: 'operator',
      }),
  ],
  [
    ['ECONNREFUSED'],
    () =>
      failed('Nothing listens at that address and port.', {
        what: 'Check the port, and that the server runs.',
        who: 'registry-owner',
      }),
  ],
  [
    ['EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL'],
    () =>
      failed('There is no way to its address from this machine.', {
        what: 'Check routes, firewall and proxy where this process runs.',
        who: 'platform',
      }),
  ],
  [
    ['UND_ERR_ABORTED', 'UND_ERR_PRX_TLS'],
    () =>
      failed('The proxy did not open a connection to it.', {
        what: 'Let the proxy through to this host, or name the host in NO_PROXY.',
        who: 'platform',
      }),
  ],
];

/** Words for an exchange that never became an answer. */
export function connectionFailure(error: unknown, host: string): Finding {
  const codes = causeCodes(error);
  const known = BY_CODE.find(([ones]) => ones.some(one => codes.includes(one)));
  if (known) {
    return known[1](host);
  }
  const code = codes.find(one => /^[A-Z][A-Z0-9_]{2,60}$/.test(one));
  return failed(`The connection failed${code ? ` (${code})` : ''}.`, {
    what: 'Try again; if it stays, check network and proxy where this process runs.',
    who: 'platform',
  });
}
