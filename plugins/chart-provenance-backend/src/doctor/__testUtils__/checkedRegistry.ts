import { JsonObject } from '@backstage/types';
import {
  DevRegistryOptions,
  startDevRegistry,
} from 'chart-provenance-dev-registry';
import { MemoryStore } from 'chart-provenance-oras';
import { examine, resultsOf, saidBy } from './examine';
import { REPOSITORY, seed } from './seed';

/** Everything a test needs of a registry on loopback. */
export const LOCAL = { plainHttp: true, allowPrivateAddress: true };
/** One rule, which names the repository of every test. */
export const RULES = { repositories: [{ match: REPOSITORY }] };
/** The only user there is. */
export const BASIC = {
  type: 'basic',
  username: 'reader',
  password: 'hunter22',
};

/** Results of a registry of which everything is well. */
export const FINE = {
  connection: 'ok',
  api: 'ok',
  credentials: 'ok',
  scope: 'ok',
  repository: 'ok',
  manifest: 'ok',
  referrers: 'ok',
  limits: 'ok',
  clock: 'ok',
};
/** Results of one that does not answer. */
export const NOT_REACHED = Object.fromEntries(
  Object.keys(FINE).map(id => [id, id === 'connection' ? 'failed' : 'unknown']),
);

const open: { close(): unknown }[] = [];

/** Has it closed by {@link closeAll}. */
export function closing<T extends { close(): unknown }>(one: T): T {
  open.push(one);
  return one;
}

/** Call after each test. */
export async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map(one => one.close()));
}

/** A registry with a chart and something attached to it. */
export async function devRegistry(options: Partial<DevRegistryOptions> = {}) {
  const store = new MemoryStore();
  await seed(store);
  return closing(
    await startDevRegistry({
      repositories: new Map([[REPOSITORY, store]]),
      ...options,
    }),
  );
}

/** What the doctor finds of one registry. */
export async function check(host: string, fields: JsonObject = {}) {
  const report = await examine({
    registries: [{ host, ...LOCAL, ...RULES, ...fields }],
  });
  const section = report.sections.find(({ kind }) => kind === 'registry');
  return {
    results: resultsOf(section),
    said: (id: string) => saidBy(section, id),
    text: JSON.stringify(report),
  };
}
