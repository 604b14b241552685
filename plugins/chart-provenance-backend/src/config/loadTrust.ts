import { createPublicKey } from 'node:crypto';
import { stringifyError } from '@backstage/errors';
import { KeyInput, PreparedKeyring, RootInput } from '../verification';
import { keyFingerprint, rootFingerprints } from './fingerprints';
import { loadKeyring } from './loadKeyring';
import { LoadTrustOptions } from './LoadTrustOptions';
import { refuseDemo } from './refuseDemo';
import { KeyConfig, RootConfig, TrustConfig } from './types';

/** Trust material for the verifier: plain bytes and objects, but for keyrings, which are read asynchronously. */
export interface LoadedTrust {
  roots: RootInput[];
  keys: KeyInput[];
  /** Those that can be used, or could once. */
  keyrings: PreparedKeyring[];
}

/** Reads the files that `trust` names. What cannot be read or used lands in `problems`. */
export async function loadTrust(
  trust: TrustConfig,
  options: LoadTrustOptions,
): Promise<LoadedTrust> {
  const roots = await Promise.all(
    trust.roots.map(root => loadRoot(root, options)),
  );
  const keys = await Promise.all(trust.keys.map(key => loadKey(key, options)));
  const keyrings = await Promise.all(
    trust.keyrings.map(keyring => loadKeyring(keyring, options)),
  );
  return {
    roots: roots.flat(),
    keys: keys.flat(),
    keyrings: keyrings.flat(),
  };
}

async function loadRoot(
  root: RootConfig,
  options: LoadTrustOptions,
): Promise<RootInput[]> {
  const path = `trust.roots[${root.id}]`;
  const { id, thresholds, source } = root;
  if (source.type === 'publicGood') {
    refuseDemo(path, root.demo, [], options);
    return [{ id, type: 'publicGood', thresholds }];
  }
  try {
    const trustedRoot: unknown = JSON.parse(
      await options.readText(source.path),
    );
    const fingerprints = rootFingerprints(trustedRoot);
    refuseDemo(path, root.demo, fingerprints, options);
    return [
      {
        id,
        type: 'file',
        trustedRoot,
        thresholds,
        asOf: options.now.toISOString(),
      },
    ];
  } catch (error) {
    options.problems.add(
      `${path}.path`,
      `cannot be read as a trusted_root.json: ${stringifyError(error)}`,
    );
    return [];
  }
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
