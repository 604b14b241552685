import { createPrivateKey, randomUUID, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CODE_SIGNING,
  issueCertificate,
  SERVER_AUTH,
  TIME_STAMPING,
} from '../pki/certificate.ts';
import type { KeySource } from '../pki/keySource.ts';
import { CERTIFICATES_UNTIL, HOSTS, TRUSTED_SINCE } from './hosts.ts';

const validity = { notBefore: TRUSTED_SINCE, notAfter: CERTIFICATES_UNTIL };

/** Paths of keys and certificates that live only as long as the folder they are in. */
export interface Authorities {
  password: string;
  fulcioKey: string;
  fulcioChain: string;
  timestampKey: string;
  timestampChain: string;
  rekorKey: string;
  rekorPublicKey: string;
  frontDoorAuthority: string;
  frontDoor: { key: string; cert: string };
}

export function createAuthorities(
  folder: string,
  source: KeySource,
): Authorities {
  const password = randomUUID();
  const write = (name: string, text: string) => {
    const path = join(folder, name);
    writeFileSync(path, text, { mode: 0o600 });
    return path;
  };
  const sealed = (key: KeyObject) => sealedPem(key, password);

  const root = issueCertificate(source, {
    ...validity,
    name: 'Acme demo Sigstore root',
    pathLength: 1,
  });
  const fulcio = issueCertificate(source, {
    ...validity,
    name: 'Acme demo Fulcio',
    issuer: root,
    pathLength: 0,
    extendedKeyUsage: CODE_SIGNING,
  });
  const timestampRoot = issueCertificate(source, {
    ...validity,
    name: 'Acme demo timestamp root',
    pathLength: 0,
  });
  const timestamp = issueCertificate(source, {
    ...validity,
    name: 'Acme demo timestamp authority',
    issuer: timestampRoot,
    extendedKeyUsage: TIME_STAMPING,
  });
  const rekor = source.ed25519('Rekor');
  const doorAuthority = issueCertificate(source, {
    ...validity,
    name: 'Acme demo front door root',
    pathLength: 0,
  });
  const door = issueCertificate(source, {
    ...validity,
    name: 'Acme demo front door',
    issuer: doorAuthority,
    extendedKeyUsage: SERVER_AUTH,
    dnsNames: Object.values(HOSTS),
  });

  return {
    password,
    fulcioKey: write('fulcio.key', sealed(fulcio.privateKey)),
    fulcioChain: write('fulcio.pem', fulcio.pem + root.pem),
    timestampKey: write('timestamp.key', sealed(timestamp.privateKey)),
    timestampChain: write('timestamp.pem', timestamp.pem + timestampRoot.pem),
    rekorKey: write('rekor.key', plainPem(rekor.privateKey)),
    rekorPublicKey: write(
      'rekor.pub',
      rekor.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    ),
    frontDoorAuthority: write('front-door.pem', doorAuthority.pem),
    frontDoor: {
      key: plainPem(door.privateKey),
      cert: door.pem + doorAuthority.pem,
    },
  };
}

function plainPem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}

function sealedPem(key: KeyObject, passphrase: string): string {
  return createPrivateKey(plainPem(key))
    .export({
      type: 'pkcs8',
      format: 'pem',
      cipher: 'aes-256-cbc',
      passphrase,
    })
    .toString();
}
