import { Distrust } from 'backstage-plugin-chart-provenance-common';
import { Problems } from './problems';
import { readRoot } from './readRoot';
import {
  distrustSchema,
  keyringSchema,
  keySchema,
  storeSchema,
} from './trustSchema';
import { KeyConfig, KeyringConfig, StoreConfig, TrustConfig } from './types';

/** The parts of `trust` as written. */
export interface RawTrust {
  roots: unknown[];
  keys: unknown[];
  keyrings: unknown[];
  stores: unknown[];
  distrust: unknown[];
}

/** What an entry of `trust.distrust` may name. */
const NAMES = [
  'digest',
  'key',
  'root',
  'identity',
  'sourceRepository',
  'logEntry',
] as const;

/** Reads `trust`. */
export function readTrust(raw: RawTrust, problems: Problems): TrustConfig {
  const read = <T>(
    list: keyof RawTrust,
    readOne: (value: unknown, path: string) => T | undefined,
  ) =>
    raw[list].flatMap((value, index) => {
      const one = readOne(value, `trust.${list}[${index}]`);
      return one === undefined ? [] : [one];
    });
  return {
    roots: read('roots', (value, path) => readRoot(value, path, problems)),
    keys: read('keys', (value, path) => readKey(value, path, problems)),
    keyrings: read('keyrings', (value, path) =>
      readKeyring(value, path, problems),
    ),
    stores: read('stores', (value, path) => readStore(value, path, problems)),
    distrust: read('distrust', (value, path) =>
      readDistrust(value, path, problems),
    ),
  };
}

function readKey(
  value: unknown,
  path: string,
  problems: Problems,
): KeyConfig | undefined {
  const key = problems.parse(keySchema, value, path);
  if (!key) {
    return undefined;
  }
  const { path: file, pem, ...rest } = key;
  checkWindow(rest, path, problems);
  if (file !== undefined && pem === undefined) {
    return { ...rest, source: { type: 'file', path: file } };
  }
  if (pem !== undefined && file === undefined) {
    return { ...rest, source: { type: 'pem', pem } };
  }
  problems.add(path, 'needs exactly one of path and pem');
  return undefined;
}

function readKeyring(
  value: unknown,
  path: string,
  problems: Problems,
): KeyringConfig | undefined {
  const keyring = problems.parse(keyringSchema, value, path);
  if (!keyring) {
    return undefined;
  }
  const { path: file, armored, ...rest } = keyring;
  checkWindow(rest, path, problems);
  if (file !== undefined && armored === undefined) {
    return { ...rest, source: { type: 'file', path: file } };
  }
  if (armored !== undefined && file === undefined) {
    return { ...rest, source: { type: 'armored', armored } };
  }
  problems.add(path, 'needs exactly one of path and armored');
  return undefined;
}

function readStore(
  value: unknown,
  path: string,
  problems: Problems,
): StoreConfig | undefined {
  const store = problems.parse(storeSchema, value, path);
  if (!store) {
    return undefined;
  }
  const { path: file, pem, ...rest } = store;
  if (file !== undefined && pem === undefined) {
    return { ...rest, source: { type: 'file', path: file } };
  }
  if (pem !== undefined && file === undefined) {
    return { ...rest, source: { type: 'pem', pem } };
  }
  problems.add(path, 'needs exactly one of path and pem');
  return undefined;
}

function checkWindow(
  { validFrom, validUntil }: { validFrom?: string; validUntil?: string },
  path: string,
  problems: Problems,
): void {
  if (validFrom && validUntil && validFrom >= validUntil) {
    problems.add(path, 'validFrom must be before validUntil');
  }
}

function readDistrust(
  value: unknown,
  path: string,
  problems: Problems,
): Distrust | undefined {
  const entry = problems.parse(distrustSchema, value, path);
  if (!entry) {
    return undefined;
  }
  const { from, until } = entry;
  if (NAMES.every(name => entry[name] === undefined)) {
    problems.add(
      path,
      'names nothing: set digest, key, root, identity, sourceRepository or logEntry',
    );
  }
  if (from && until && from >= until) {
    problems.add(path, 'from must be before until');
  }
  return entry;
}
