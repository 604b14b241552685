import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { EgressOptions, EgressTransport } from 'chart-provenance-oras';
import { read } from '../../__testUtils__/rawConfig';
import { realCredentialDeps } from '../CredentialDeps';
import { RegistryTargets } from '../RegistryTargets';

/** Targets for one registry, by its configuration as an operator writes it. */
export function testTargets(
  registry: JsonObject,
  options: {
    openEgress: (options: EgressOptions) => EgressTransport;
    rootConfig?: JsonObject;
  },
) {
  const { config, problems } = read({ registries: [registry] });
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  const { openEgress, rootConfig = {} } = options;
  const targets = new RegistryTargets({
    registries: config.registries,
    deps: {
      ...realCredentialDeps({
        providers: new Map(),
        rootConfig: new ConfigReader(rootConfig),
      }),
      openEgress,
    },
  });
  const { host } = config.registries[0];
  return {
    /** All tags of a repository. */
    tags: async (repository: string, signal?: AbortSignal) => {
      const tags: string[] = [];
      for await (const page of targets
        .open(host, repository)
        .tags({ signal })) {
        tags.push(...page);
      }
      return tags;
    },
    open: (repository: string) => targets.open(host, repository),
    close: () => targets.close(),
  };
}
