import { CODE_SIGNING, SERVER_AUTH } from '../pki/certificate.ts';
import * as der from '../pki/der.ts';
import {
  extension,
  issue,
  pemOf,
  USAGE,
  type Holder,
  type KeyKind,
} from './certificates.ts';

const KINDS: KeyKind[] = [
  ...(['rsa2048', 'rsa3072', 'rsa4096'] as const),
  ...(['p256', 'p384', 'p521'] as const),
];
const DAY_MS = 24 * 60 * 60 * 1000;

/** Who signs, by name. */
export type Holders = ReadonlyMap<string, Holder>;

export function holder(holders: Holders, name: string): Holder {
  const found = holders.get(name);
  if (!found) {
    throw new Error(`nobody is called ${name}`);
  }
  return found;
}

/** Those whose certificates are as they should be; Notation signs for them. */
export function goodHolders(): Holder[] {
  const root = issue({ name: 'root', kind: 'p384', authority: 'any' });
  const authority = issue({ name: 'authority', issuer: root, authority: 0 });
  const rsaRoot = issue({ name: 'rsa-root', kind: 'rsa3072', authority: 1 });
  return [
    ...[root, authority, rsaRoot],
    ...KINDS.map(kind => {
      const issuer = kind.startsWith('rsa') ? rsaRoot : authority;
      return issue({ name: kind, kind, issuer });
    }),
    issue({ name: 'self', kind: 'rsa2048' }),
    issue({ name: 'pss', issuer: rsaRoot, pss: true }),
    issue({ name: 'purposeless', issuer: root, purposes: [] }),
    issue({
      name: 'lapsed',
      issuer: root,
      notAfter: new Date(Date.now() - DAY_MS),
    }),
    issue({
      name: 'stranger',
      issuer: issue({ name: 'stranger-root', authority: 'any' }),
    }),
  ];
}

/** Those with something wrong: Notation would not sign for them. */
export function badHolders(good: Holders): Holder[] {
  const root = holder(good, 'root');
  const rsaRoot = holder(good, 'rsa-root');
  const authority = holder(good, 'authority');
  const under = (issuer: Holder, name: string, options: object = {}) =>
    issue({ name, issuer, ...options });
  const constrained = under(root, 'constrained', {
    authority: 0,
    more: [extension('2.5.29.30', permittedNames(), true)],
  });
  return [
    under(root, 'web-server', { purposes: [SERVER_AUTH] }),
    under(root, 'any-purpose', { purposes: ['2.5.29.37.0'] }),
    under(root, 'code-and-server', { purposes: [CODE_SIGNING, SERVER_AUTH] }),
    under({ ...root, name: 'another-root' }, 'of-another-name'),
    under(root, 'encipherer', { usage: USAGE.encipher }),
    under(root, 'lax', { lax: true }),
    under(root, 'purposes-twice', {
      more: [extension('2.5.29.37', der.sequence(der.oid(CODE_SIGNING)))],
    }),
    under(root, 'usageless', { usage: null }),
    under(root, 'an-authority', { authority: 0, usage: USAGE.sign }),
    under(holder(good, 'p256'), 'issued-by-signer'),
    under(under(authority, 'too-deep', { authority: 0 }), 'below-too-deep'),
    under(
      under(root, 'no-cert-sign', { authority: 0, usage: USAGE.sign }),
      'below-no-cert-sign',
    ),
    under(rsaRoot, 'sha1', { sha1: true }),
    under(constrained, 'below-constrained'),
    under(
      under(root, 'web-authority', { authority: 0, purposes: [SERVER_AUTH] }),
      'below-web-authority',
    ),
    under(root, 'critical-extension', {
      more: [extension('1.2.3.4', der.octets(), true)],
    }),
    under(root, 'p224', { kind: 'p224' }),
    under(root, 'dear', { dear: true }),
  ];
}

export function storesOf(holders: Holders): Record<string, string> {
  const own = (...names: string[]) =>
    pemOf(names.map(name => holder(holders, name).chain[0]));
  return {
    acme: own('root', 'rsa-root'),
    'acme-timed': own('root'),
    authority: own('authority'),
    self: own('self'),
    stranger: pemOf([holder(holders, 'stranger').chain[1]]),
  };
}

/** Names below acme.example only: no name here is. */
function permittedNames(): Buffer {
  const name = der.tlv(0x82, Buffer.from('acme.example'));
  return der.sequence(der.tlv(0xa0, der.sequence(name)));
}
