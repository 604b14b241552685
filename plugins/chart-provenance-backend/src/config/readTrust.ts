import { Distrust } from 'backstage-plugin-chart-provenance-common';
import { Problems } from './problems';
import { distrustSchema, keySchema, rootSchema } from './trustSchema';
import { KeyConfig, RootConfig, TrustConfig } from './types';

/** The parts of `trust` as written. */
export interface RawTrust {
  roots: unknown[];
  keys: unknown[];
  distrust: unknown[];
}

/** Reads `trust`. Roots and keys share one name space, because a verdict names them side by side. */
export function readTrust(raw: RawTrust, problems: Problems): TrustConfig {
  const read = <T>(
    list: 'roots' | 'keys' | 'distrust',
    readOne: (value: unknown, path: string) => T | undefined,
  ) =>
    raw[list].flatMap((value, index) => {
      const one = readOne(value, `trust.${list}[${index}]`);
      return one === undefined ? [] : [one];
    });
  return {
    roots: read('roots', (value, path) => readRoot(value, path, problems)),
    keys: read('keys', (value, path) => readKey(value, path, problems)),
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
  if (rest.validFrom && rest.validUntil && rest.validFrom >= rest.validUntil) {
    problems.add(path, 'validFrom must be before validUntil');
  }
  if (file !== undefined && pem === undefined) {
    return { ...rest, source: { type: 'file', path: file } };
  }
  if (pem !== undefined && file === undefined) {
    return { ...rest, source: { type: 'pem', pem } };
  }
  problems.add(path, 'needs exactly one of path and pem');
  return undefined;
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
