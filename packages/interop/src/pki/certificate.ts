import { createHash, type KeyObject } from 'node:crypto';
import * as der from './der.ts';
import { signRepeatably, type KeySource } from './keySource.ts';

const ECDSA_WITH_SHA256 = der.sequence(der.oid('1.2.840.10045.4.3.2'));
const KEY_CERT_SIGN_AND_CRL_SIGN = der.bits(Buffer.from([0x06]), 1);
const DIGITAL_SIGNATURE = der.bits(Buffer.from([0x80]), 7);

export const CODE_SIGNING = '1.3.6.1.5.5.7.3.3';
export const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
export const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** An ECDSA P-256 key and a certificate for it. */
export interface Credential {
  name: string;
  privateKey: KeyObject;
  publicKey: KeyObject;
  pem: string;
}

export interface CertificateOptions {
  name: string;
  /** Self-signed when there is none. */
  issuer?: Credential;
  notBefore: Date;
  notAfter: Date;
  /** How many CA certificates may follow; not a CA when missing. */
  pathLength?: number;
  extendedKeyUsage?: string;
  dnsNames?: string[];
}

/** @param source - of the key and the serial number, by the certificate's name. */
export function issueCertificate(
  source: KeySource,
  options: CertificateOptions,
): Credential {
  const keys = source.p256(options.name);
  const issuer = options.issuer ?? { ...keys, name: options.name };
  const body = der.sequence(
    der.explicit(0, der.integer(Buffer.from([2]))),
    der.integer(serialNumber(source, options.name)),
    ECDSA_WITH_SHA256,
    distinguishedName(issuer.name),
    der.sequence(der.utcTime(options.notBefore), der.utcTime(options.notAfter)),
    distinguishedName(options.name),
    publicKeyInfo(keys.publicKey),
    der.explicit(
      3,
      der.sequence(...extensions(options, keys.publicKey, issuer.publicKey)),
    ),
  );
  const signature = signRepeatably(body, issuer.privateKey);
  const certificate = der.sequence(
    body,
    ECDSA_WITH_SHA256,
    der.bits(signature),
  );
  return { ...keys, name: options.name, pem: toPem(certificate) };
}

function extensions(
  { pathLength, extendedKeyUsage, dnsNames }: CertificateOptions,
  subjectKey: KeyObject,
  issuerKey: KeyObject,
): Buffer[] {
  const isAuthority = pathLength !== undefined;
  const list = [
    extension(
      '2.5.29.15',
      isAuthority ? KEY_CERT_SIGN_AND_CRL_SIGN : DIGITAL_SIGNATURE,
      true,
    ),
    extension('2.5.29.14', der.octets(keyIdentifier(subjectKey))),
    extension(
      '2.5.29.35',
      der.sequence(der.tlv(0x80, keyIdentifier(issuerKey))),
    ),
  ];
  if (isAuthority) {
    const constraints = der.sequence(
      der.boolean(true),
      der.integer(Buffer.from([pathLength])),
    );
    list.push(extension('2.5.29.19', constraints, true));
  }
  if (extendedKeyUsage) {
    const usages = der.sequence(der.oid(extendedKeyUsage));
    list.push(
      extension('2.5.29.37', usages, extendedKeyUsage === TIME_STAMPING),
    );
  }
  if (dnsNames) {
    const names = der.sequence(...dnsNames.map(name => der.ia5(0x82, name)));
    list.push(extension('2.5.29.17', names));
  }
  return list;
}

function extension(id: string, value: Buffer, critical = false): Buffer {
  const flag = critical ? [der.boolean(true)] : [];
  return der.sequence(der.oid(id), ...flag, der.octets(value));
}

function distinguishedName(name: string): Buffer {
  const attribute = (id: string, text: string) =>
    der.set(der.sequence(der.oid(id), der.utf8(text)));
  return der.sequence(
    attribute('2.5.4.10', 'acme.example'),
    attribute('2.5.4.3', name),
  );
}

export function publicKeyInfo(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' });
}

function keyIdentifier(key: KeyObject): Buffer {
  return createHash('sha1').update(publicKeyInfo(key)).digest();
}

function serialNumber(source: KeySource, name: string): Buffer {
  const bytes = source.bytes(`serial number of ${name}`, 16);
  bytes[0] = (bytes[0] % 0x7f) + 1;
  return bytes;
}

function toPem(certificate: Buffer): string {
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return [
    '-----BEGIN CERTIFICATE-----',
    ...lines,
    '-----END CERTIFICATE-----',
    '',
  ].join('\n');
}
