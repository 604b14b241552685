import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { issue, pemOf, type Holder } from '../../notation/certificates.ts';
import type { NotationSignerId } from '../cells/types.ts';
import { folderFor } from './folderFor.ts';

/** What Notation signs with, and whom it trusts. */
export interface NotationKeys {
  /** Certificates that `release` leads to, PEM. */
  store: string;
}

/** Subjects of the certificates, as RFC 4514 writes them. */
export const NOTATION_SUBJECTS: Record<NotationSignerId, string> = {
  release: 'CN=release,O=acme.example,ST=WA,C=US',
  stranger: 'CN=stranger,O=acme.example,ST=WA,C=US',
};

const STORE = 'bench';

const POLICY = {
  version: '1.0',
  trustPolicies: [
    {
      name: 'bench',
      registryScopes: ['*'],
      signatureVerification: { level: 'strict' },
      trustStores: [`ca:${STORE}`],
      trustedIdentities: ['*'],
    },
  ],
};

/** Two signers with certificates of their own, in Notation's home below the folder; it trusts one of them. */
export function createNotationKeys(folder: string): NotationKeys {
  const root = issue({ name: 'root', authority: 1 });
  const authority = issue({ name: 'authority', issuer: root, authority: 0 });
  const holders = [
    issue({ name: 'release', issuer: authority }),
    issue({
      name: 'stranger',
      kind: 'rsa3072',
      issuer: issue({ name: 'stranger-root', authority: 0 }),
    }),
  ];
  const home = folderFor({ folder }, '.config/notation');
  const keys = holders.map(each => keyOf(folder, each));
  write(join(home, 'signingkeys.json'), JSON.stringify({ keys }));
  write(join(home, 'trustpolicy.json'), JSON.stringify(POLICY));
  const trusted = `.config/notation/truststore/x509/ca/${STORE}`;
  const store = join(folderFor({ folder }, trusted), 'root.pem');
  write(store, pemOf(root.chain));
  return { store };
}

function keyOf(folder: string, { name, privateKey, chain }: Holder) {
  const at = join(folderFor({ folder }, 'notation'), name);
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return {
    name,
    keyPath: write(`${at}.key`, key),
    certPath: write(`${at}.pem`, pemOf(chain)),
  };
}

function write(path: string, text: string): string {
  writeFileSync(path, text, { mode: 0o600 });
  return path;
}
