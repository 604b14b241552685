import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import {
  createEgressTransport,
  EgressOptions,
  EgressTransport,
} from 'chart-provenance-oras';
import { read } from '../../../__testUtils__/rawConfig';
import { RegistryTargets } from '../../../registries';
import {
  Lease,
  listingHost,
  listingKey,
  ListingReading,
  Reschedule,
} from '../../../store';
import { createListing } from '../createListing';

/** What a listing of one registry wrote. */
export interface Listed {
  reading: ListingReading;
  next: Reschedule;
}

interface Options {
  openEgress?: (options: EgressOptions) => EgressTransport;
  rootConfig?: JsonObject;
  signal?: AbortSignal;
}

const open: { close(): unknown }[] = [];

/** Closes it at the end of the test. */
export function closing<T extends { close(): unknown }>(one: T): T {
  open.push(one);
  return one;
}

/** Call after each test. */
export async function closeAll(): Promise<void> {
  await Promise.all(open.splice(0).map(one => one.close()));
}

/** A registry on loopback, with rules that begin with `acme`. */
export function onLoopback(host: string, fields: JsonObject = {}): JsonObject {
  return {
    host,
    allowPrivateAddress: true,
    plainHttp: true,
    requestsPerSecond: 1_000,
    repositories: [{ match: 'acme/charts/{name}' }],
    ...fields,
  };
}

/** Lists a registry by its configuration as an operator writes it, and gives back what was to be stored. */
export async function listingOf(registry: JsonObject, options: Options = {}) {
  const { config, problems } = read({ registries: [registry] });
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  const { rootConfig = {}, signal = new AbortController().signal } = options;
  const deps = {
    providers: new Map(),
    rootConfig: new ConfigReader(rootConfig),
    env: {},
    now: () => Date.now(),
    openEgress:
      options.openEgress ??
      ((egress: EgressOptions) =>
        createEgressTransport({ ...egress, proxy: 'none' })),
  };
  const { registries, rules } = config;
  const targets = closing(new RegistryTargets({ registries, deps }));
  const written: Listed[] = [];
  const state = {
    scheduled: [] as string[],
    backedOff: [] as string[],
    onListed: [] as string[],
  };
  const listing = createListing({
    ...{ registries, rules, targets, deps },
    store: {
      configureListings: async hosts => void state.scheduled.push(...hosts),
      recordListing: async (_, reading, __, next) =>
        void written.push({ reading, next }),
    },
    queue: {
      backOff: async host => void state.backedOff.push(host),
      hostFailures: async () => 0,
      hostAnswered: async () => {},
    },
    schedule: { intervalMs: 900_000 },
    logger: { info: () => {}, warn: () => {} },
    now: () => new Date('2026-11-23T00:00:00Z'),
    random: () => 0.5,
    onListed: host => void state.onListed.push(host),
  });
  await listing.schedule();
  const { host } = registries[0];
  const lease: Lease = {
    ...{ key: listingKey(host), kind: 'listing', token: 't' },
    host: listingHost(host),
    ...{ attempts: 0, failingSince: null },
  };
  const failed = await listing.handler
    .handle(lease, signal)
    .catch((error: unknown) => error);
  return { ...state, written, failed, ...written[0] };
}
