import { Distrust } from 'backstage-plugin-chart-provenance-common';
import { Problems } from './problems';
import {
  distrustSchema,
  keyringSchema,
  keySchema,
  rootSchema,
} from './trustSchema';
import { KeyConfig, KeyringConfig, RootConfig, TrustConfig } from './types';

/** The parts of `trust` as written. */
export interface RawTrust {
  roots: unknown[];
  keys: unknown[];
  keyrings: unknown[];
  distrust: unknown[];
}

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
    distrust: read('distrust', (value, path) =>
      readDistrust(value, path, problems),
    ),
  };
}

function readRoot(
  value: unknown,
  path: string,
  problems: Problems,
): RootConfig | undefined {
  const root = problems.parse(rootSchema, value, path);
  if (!root) {
    return undefined;
  }
  const { id, type, path: file, thresholds, demo } = root;
  if (thresholds.tlog + thresholds.timestamp === 0) {
    problems.add(
      `${path}.thresholds`,
      'tlog and timestamp are both 0: nothing would prove when a signature was made; set one of them to 1 or more',
    );
  }
  if (type === 'publicGood') {
    if (file !== undefined) {
      problems.add(
        `${path}.path`,
        'is read only with type: file; remove one of the two',
      );
    }
    return { id, source: { type }, demo, thresholds };
  }
  if (file === undefined) {
    problems.add(`${path}.path`, 'is missing: the path of a trusted_root.json');
    return undefined;
  }
  return { id, source: { type, path: file }, demo, thresholds };
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
  const { digest, key, root, identity, sourceRepository, from, until } = entry;
  if (!digest && !key && !root && !identity && !sourceRepository) {
    problems.add(
      path,
      'names nothing: set digest, key, root, identity or sourceRepository',
    );
  }
  if (from && until && from >= until) {
    problems.add(path, 'from must be before until');
  }
  return entry;
}
