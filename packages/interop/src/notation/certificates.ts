import {
  constants,
  createHash,
  createPublicKey,
  generateKeyPairSync,
  sign,
  type KeyObject,
} from 'node:crypto';
import { CODE_SIGNING, publicKeyInfo } from '../pki/certificate.ts';
import * as der from '../pki/der.ts';
import { CERTIFICATES_UNTIL, TRUSTED_SINCE } from '../services/hosts.ts';

/** Bits of the key usage, as one byte. */
export const USAGE = { sign: 0x80, encipher: 0xa0, authority: 0x06 };

export type KeyKind =
  | 'rsa2048'
  | 'rsa3072'
  | 'rsa4096'
  | 'p224'
  | 'p256'
  | 'p384'
  | 'p521';

/** A key with its certificate and those up to the root. */
export interface Holder {
  name: string;
  privateKey: KeyObject;
  /** DER, its own first. */
  chain: Buffer[];
}

export interface CertificateOptions {
  name: string;
  kind?: KeyKind;
  /** Self-signed when there is none. */
  issuer?: Holder;
  /** How many authorities may follow; `any` for no limit. Not an authority when missing. */
  authority?: number | 'any';
  /** One byte of key usage; none with `null`. Default: what it is for. */
  usage?: number | null;
  /** Purposes. Default: code signing, and none for an authority. */
  purposes?: string[];
  notAfter?: Date;
  /** The key usage is not marked critical. */
  lax?: boolean;
  /** More extensions, already encoded. */
  more?: Buffer[];
  /** Names a key whose exponent is as long as its modulus. */
  dear?: true;
  /** Signs it with RSASSA-PSS. */
  pss?: true;
  /** Signs it with SHA-1. */
  sha1?: true;
}

/** Makes a key and a certificate for it. */
export function issue(options: CertificateOptions): Holder {
  const { name, kind = 'p256', issuer } = options;
  const { privateKey, publicKey: own } = keysOf(kind);
  const publicKey = options.dear ? dearKey() : own;
  const by = issuer ?? { name, privateKey, chain: [] };
  const { oid, hash, ...padding } = options.pss
    ? PSS
    : algorithmOf(by.privateKey, options.sha1);
  const body = der.sequence(
    der.explicit(0, der.integer(Buffer.from([2]))),
    der.integer(createHash('sha1').update(name).digest().fill(1, 0, 1)),
    oid,
    distinguishedName(by.name),
    der.sequence(
      der.utcTime(TRUSTED_SINCE),
      der.utcTime(options.notAfter ?? CERTIFICATES_UNTIL),
    ),
    distinguishedName(name),
    publicKeyInfo(publicKey),
    der.explicit(3, der.sequence(...extensionsOf(options))),
  );
  const signature = sign(hash, body, { key: by.privateKey, ...padding });
  const certificate = der.sequence(body, oid, der.bits(signature));
  return { name, privateKey, chain: [certificate, ...by.chain] };
}

export function extension(id: string, value: Buffer, critical = false): Buffer {
  const flag = critical ? [der.boolean(true)] : [];
  return der.sequence(der.oid(id), ...flag, der.octets(value));
}

export function pemOf(certificates: readonly Buffer[]): string {
  return certificates
    .map(certificate =>
      [
        '-----BEGIN CERTIFICATE-----',
        ...(certificate.toString('base64').match(/.{1,64}/g) ?? []),
        '-----END CERTIFICATE-----',
        '',
      ].join('\n'),
    )
    .join('');
}

function extensionsOf({
  authority,
  lax = false,
  usage = authority === undefined ? USAGE.sign : USAGE.authority,
  purposes = authority === undefined ? [CODE_SIGNING] : [],
  more = [],
}: CertificateOptions): Buffer[] {
  const limit =
    typeof authority === 'number'
      ? [der.integer(Buffer.from([authority]))]
      : [];
  return [
    ...(usage === null
      ? []
      : [extension('2.5.29.15', der.bits(Buffer.from([usage]), 0), !lax)]),
    ...(authority === undefined
      ? []
      : [
          extension(
            '2.5.29.19',
            der.sequence(der.boolean(true), ...limit),
            true,
          ),
        ]),
    ...(purposes.length === 0
      ? []
      : [extension('2.5.29.37', der.sequence(...purposes.map(der.oid)))]),
    ...more,
  ];
}

function keysOf(kind: KeyKind): {
  privateKey: KeyObject;
  publicKey: KeyObject;
} {
  return kind.startsWith('rsa')
    ? generateKeyPairSync('rsa', { modulusLength: Number(kind.slice(3)) })
    : generateKeyPairSync('ec', { namedCurve: `P-${kind.slice(1)}` });
}

/** Whoever checks a signature with it works as long as whoever makes one. Nobody has its private key. */
function dearKey(): KeyObject {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 3072 });
  const { n } = publicKey.export({ format: 'jwk' });
  return createPublicKey({ key: { kty: 'RSA', n, e: n }, format: 'jwk' });
}

const SHA256 = der.sequence(der.oid('2.16.840.1.101.3.4.2.1'), der.tlv(0x05));
const PSS = {
  hash: 'sha256',
  padding: constants.RSA_PKCS1_PSS_PADDING,
  saltLength: 32,
  oid: der.sequence(
    der.oid('1.2.840.113549.1.1.10'),
    der.sequence(
      der.explicit(0, SHA256),
      der.explicit(1, der.sequence(der.oid('1.2.840.113549.1.1.8'), SHA256)),
      der.explicit(2, der.integer(Buffer.from([32]))),
    ),
  ),
};

function algorithmOf(
  { asymmetricKeyType, asymmetricKeyDetails }: KeyObject,
  sha1 = false,
): { oid: Buffer; hash: string } {
  if (asymmetricKeyType === 'rsa') {
    const id = sha1 ? '1.2.840.113549.1.1.5' : '1.2.840.113549.1.1.11';
    const oid = der.sequence(der.oid(id), der.tlv(0x05));
    return { oid, hash: sha1 ? 'sha1' : 'sha256' };
  }
  const [id, hash] = {
    secp384r1: ['1.2.840.10045.4.3.3', 'sha384'],
    secp521r1: ['1.2.840.10045.4.3.4', 'sha512'],
  }[asymmetricKeyDetails?.namedCurve ?? ''] ?? [
    '1.2.840.10045.4.3.2',
    'sha256',
  ];
  return { oid: der.sequence(der.oid(id)), hash };
}

function distinguishedName(name: string): Buffer {
  const attribute = (id: string, text: string) =>
    der.set(der.sequence(der.oid(id), der.utf8(text)));
  return der.sequence(
    der.set(der.sequence(der.oid('2.5.4.6'), der.tlv(0x13, Buffer.from('US')))),
    attribute('2.5.4.8', 'WA'),
    attribute('2.5.4.10', 'acme.example'),
    attribute('2.5.4.3', name),
  );
}
