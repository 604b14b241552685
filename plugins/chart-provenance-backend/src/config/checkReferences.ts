import { isFingerprint } from './trustSchema';
import { isObject } from './isObject';
import { nearest } from './nearest';
import { Problems } from './problems';
import { hostOfPattern } from './readImages';
import { hostSchema } from './registrySchema';

/**
 * Checks what no part can check on its own: names used twice, and names used but not defined. Names are taken as
 * written, so that a root with a typing error elsewhere does not also count as missing.
 */
export function checkReferences(
  written: Record<string, unknown>,
  problems: Problems,
): void {
  const trust = isObject(written.trust) ? written.trust : {};
  const roots = namesOf(trust.roots, 'id');
  const keys = namesOf(trust.keys, 'id');
  const keyrings = namesOf(trust.keyrings, 'id');
  const stores = namesOf(trust.stores, 'id');
  const policies = namesOf(written.policies, 'name');
  // What is no host is reported as that, and may hold a password.
  const hosts = namesOf(written.registries, 'host').map(
    host => hostSchema.safeParse(host).data ?? '',
  );
  reportDuplicates(hosts, 'registries', problems);
  reportDuplicates(roots, 'trust.roots', problems);
  reportDuplicates(keys, 'trust.keys', problems);
  reportDuplicates(keyrings, 'trust.keyrings', problems);
  reportDuplicates(stores, 'trust.stores', problems);
  reportDuplicates(namesOf(trust.distrust, 'id'), 'trust.distrust', problems);
  reportDuplicates(policies, 'policies', problems);
  checkConsumers(written.consumers, problems);

  const known = {
    root: roots,
    key: keys,
    keyring: keyrings,
    store: stores,
    policy: policies,
  };
  const check = (
    kind: keyof typeof known,
    holder: unknown,
    path: string,
    key: string = kind,
  ) => {
    const names = isObject(holder) ? [holder[key]].flat() : [];
    for (const name of names) {
      if (typeof name === 'string' && !known[kind].includes(name)) {
        const message = describeUnknown(kind, name, known[kind]);
        problems.add(`${path}.${key}`, message);
      }
    }
  };
  const checkSigners = (holder: unknown, holderPath: string) =>
    forEach(holder, 'anyOf', (requirement, path) => {
      for (const kind of ['root', 'key', 'keyring', 'store'] as const) {
        check(kind, requirement, `${holderPath}.${path}`);
      }
    });
  forEach(written, 'policies', (policy, policyPath) => {
    checkSigners(policy, policyPath);
    const required = isObject(policy) ? policy.require : undefined;
    forEach(required, 'attestations', (attestation, path) =>
      checkSigners(attestation, `${policyPath}.require.${path}`),
    );
  });
  forEach(written, 'registries', (registry, registryPath) =>
    forEach(registry, 'repositories', (rule, path) =>
      check('policy', rule, `${registryPath}.${path}`),
    ),
  );
  forEach(written.images, 'repositories', (entry, path) => {
    check('policy', entry, `images.${path}`);
    const match = isObject(entry) ? entry.match : undefined;
    const host = typeof match === 'string' ? hostOfPattern(match) : undefined;
    if (host !== undefined && !hosts.includes(host)) {
      problems.add(
        `images.${path}.match`,
        describeUnknown('registry', host, hosts),
      );
    }
  });
  forEach(written.gate, 'environments', (entry, path) => {
    check('policy', entry, `gate.${path}`, 'policies');
    checkPatternHosts(entry, `gate.${path}`, hosts, problems);
  });
  forEach(trust, 'distrust', (entry, path) => {
    // A store of certificates is the root of what it proves.
    const root = isObject(entry) ? entry.root : undefined;
    if (typeof root !== 'string' || !stores.includes(root)) {
      check('root', entry, `trust.${path}`);
    }
    // A keyring is distrusted by its id too, and any key by its fingerprint, whether it is configured or not.
    const key = isObject(entry) ? entry.key : undefined;
    if (
      typeof key !== 'string' ||
      !(keyrings.includes(key) || isFingerprint(key))
    ) {
      check('key', entry, `trust.${path}`);
    }
  });
}

/** A pattern for a registry that is not there would match nothing, and nobody would notice. */
function checkPatternHosts(
  holder: unknown,
  path: string,
  hosts: readonly string[],
  problems: Problems,
): void {
  const patterns = isObject(holder) ? [holder.repositories].flat() : [];
  for (const pattern of patterns) {
    const host =
      typeof pattern === 'string' ? hostOfPattern(pattern) : undefined;
    if (host !== undefined && !hosts.includes(host)) {
      const message = describeUnknown('registry', host, hosts);
      problems.add(`${path}.repositories`, message);
    }
  }
}

function checkConsumers(written: unknown, problems: Problems): void {
  const consumers = isObject(written) ? written : {};
  const kubernetes = isObject(consumers.kubernetes) ? consumers.kubernetes : {};
  const clusters = Array.isArray(kubernetes.clusters)
    ? kubernetes.clusters.map(name => (typeof name === 'string' ? name : ''))
    : [];
  const path = 'consumers.kubernetes.clusters';
  reportDuplicates(clusters, path, problems);
  // A URL with a password is reported as that, and not repeated.
  const urls = namesOf(consumers.git, 'url').map(url =>
    url.includes('@') ? '' : url,
  );
  reportDuplicates(urls, 'consumers.git', problems);
  reportDuplicates(
    namesOf(consumers.environments, 'name'),
    'consumers.environments',
    problems,
  );
}

function forEach(
  holder: unknown,
  key: string,
  visit: (entry: unknown, path: string) => void,
): void {
  const list = isObject(holder) ? holder[key] : undefined;
  if (Array.isArray(list)) {
    list.forEach((entry, index) => visit(entry, `${key}[${index}]`));
  }
}

function namesOf(list: unknown, key: string): string[] {
  return Array.isArray(list)
    ? list.map(entry => {
        const name = isObject(entry) ? entry[key] : undefined;
        return typeof name === 'string' ? name : '';
      })
    : [];
}

function reportDuplicates(names: string[], path: string, problems: Problems) {
  names.forEach((name, index) => {
    if (name && names.indexOf(name) !== index) {
      problems.add(
        `${path}[${index}]`,
        `'${name}' is there twice; each needs its own name`,
      );
    }
  });
}

function describeUnknown(kind: string, name: string, known: readonly string[]) {
  const defined = known.filter(Boolean);
  const meant = nearest(name, defined);
  if (meant) {
    return `no ${kind} is called '${name}'; did you mean '${meant}'?`;
  }
  return defined.length
    ? `no ${kind} is called '${name}'; there are ${defined.join(', ')}`
    : `no ${kind} is called '${name}', and none is configured`;
}
