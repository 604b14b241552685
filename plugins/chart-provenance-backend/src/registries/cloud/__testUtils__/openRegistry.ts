import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { createEgressTransport, ReadOnlyTarget } from 'chart-provenance-oras';
import { read } from '../../../__testUtils__/rawConfig';
import { RegistryTargets } from '../../RegistryTargets';
import { REPOSITORY } from './guardedRegistry';
import { atTheEnd } from './standIn';

/** What a test of one cloud's kind needs of the house. */
export interface OpenedRegistry {
  target: ReadOnlyTarget;
  /** Lets time pass for everything of ours. */
  pass(ms: number): void;
  now(): number;
  /** What was logged. */
  logged: string[];
}

/** Reads a registry's configuration and opens it as the plugin does, with a clock of its own. */
export function openRegistry(options: {
  host: string;
  auth: JsonObject;
  rootConfig?: JsonObject;
  clock?: { now: number };
}): OpenedRegistry {
  const { host, auth, rootConfig = {} } = options;
  const clock = options.clock ?? { now: Date.now() };
  const now = () => clock.now;
  const { config, problems } = read({
    registries: [
      {
        host,
        auth: { confirmHost: host, ...auth },
        allowPrivateAddress: true,
        plainHttp: true,
        requestsPerSecond: 1000,
      },
    ],
  });
  expect(problems).toEqual([]);
  const logged: string[] = [];
  const targets = new RegistryTargets({
    registries: config.registries,
    deps: {
      providers: new Map(),
      rootConfig: new ConfigReader(rootConfig),
      env: process.env,
      now,
      openEgress: createEgressTransport,
      logger: { warn: message => logged.push(message) },
    },
  });
  atTheEnd(() => targets.close());
  return {
    target: targets.open(host, REPOSITORY),
    now,
    logged,
    pass: ms => {
      clock.now += ms;
    },
  };
}
