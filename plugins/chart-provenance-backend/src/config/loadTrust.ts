import { createPublicKey } from 'node:crypto';
import { stringifyError } from '@backstage/errors';
import {
  KeyInput,
  prepareMaterials,
  TrustInput,
  TrustMaterialSet,
} from '../verification';
import { keyFingerprint } from './fingerprints';
import { loadKeyring } from './loadKeyring';
import { loadRoot } from './loadRoot';
import { loadStore } from './loadStore';
import { LoadTrustOptions } from './LoadTrustOptions';
import { refuseDemo } from './refuseDemo';
import { KeyConfig, TrustConfig } from './types';

/** Trust material for the verifier, without what cannot be used. */
export interface LoadedTrust extends TrustInput {
  /** By id of a root that is refreshed over TUF: the `root.json` (its text) from which on its repository is believed. */
  firstRoots: Readonly<Record<string, string>>;
  /** The same, prepared as of the start. */
  materials: TrustMaterialSet;
}

/** Reads the files that `trust` names. What cannot be read or used lands in `problems`. */
export async function loadTrust(
  trust: TrustConfig,
  options: LoadTrustOptions,
): Promise<LoadedTrust> {
  const loaded = await Promise.all(
    trust.roots.map(root => loadRoot(root, options)),
  );
  const roots = loaded.flat();
  const keys = await Promise.all(trust.keys.map(key => loadKey(key, options)));
  checkOtherIds(trust, keys.flat(), options);
  const keyrings = await Promise.all(
    trust.keyrings.map(keyring => loadKeyring(keyring, options)),
  );
  const stores = await Promise.all(
    trust.stores.map(store => loadStore(store, options)),
  );
  const input: TrustInput = {
    roots: roots.map(({ input: root }) => root),
    keys: keys.flat(),
    keyrings: keyrings.flat(),
    stores: stores.flat(),
  };
  return {
    ...input,
    firstRoots: Object.fromEntries(
      roots.flatMap(({ input: { id }, firstRoot }) =>
        firstRoot === undefined ? [] : [[id, firstRoot]],
      ),
    ),
    materials: await prepareMaterials(input, options.now),
  };
}

/** A key under two ids is not out of trust when one of them is: the other would go on to vouch for charts. */
function checkOtherIds(
  { distrust }: TrustConfig,
  keys: readonly KeyInput[],
  { problems }: LoadTrustOptions,
): void {
  distrust.forEach(({ key: named }, index) => {
    const key = keys.find(({ id }) => id === named);
    const fingerprint = key && fingerprintOf(key);
    const others = keys.filter(
      other => other !== key && fingerprintOf(other) === fingerprint,
    );
    if (fingerprint !== undefined && others.length > 0) {
      problems.add(
        `trust.distrust[${index}].key`,
        `the same key is also called '${others[0].id}'; to distrust it under any id, write its fingerprint ${fingerprint}`,
      );
    }
  });
}

function fingerprintOf({ pem }: KeyInput): string {
  return keyFingerprint(createPublicKey(pem));
}

async function loadKey(
  key: KeyConfig,
  options: LoadTrustOptions,
): Promise<KeyInput[]> {
  const { source, demo, ...window } = key;
  const path = `trust.keys[${key.id}].${
    source.type === 'pem' ? 'pem' : 'path'
  }`;
  try {
    const pem =
      source.type === 'pem' ? source.pem : await options.readText(source.path);
    if (pem.includes('PRIVATE KEY')) {
      options.problems.add(
        path,
        'is a private key; put the public key here, and replace the key pair, for it has been shown',
      );
      return [];
    }
    const fingerprint = keyFingerprint(createPublicKey(pem));
    refuseDemo(`trust.keys[${key.id}]`, demo, [fingerprint], options);
    return [{ ...window, pem }];
  } catch (error) {
    options.problems.add(
      path,
      `cannot be read as a public key in PEM: ${stringifyError(error)}`,
    );
    return [];
  }
}
