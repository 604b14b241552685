import { z } from 'zod';
import { ownerProblems } from './consumersOwner';
import {
  consumersSchema,
  environmentSchema,
  gitSchema,
  kubernetesSchema,
  ownerSchema,
} from './consumersSchema';
import {
  ConsumerEnvironment,
  ConsumerOwnerRule,
  ConsumersConfig,
  GitConsumersConfig,
  KubernetesConsumersConfig,
} from './consumersTypes';
import { isObject } from './isObject';
import { Problems } from './problems';

const FIVE_MINUTES_MS = 5 * 60 * 1000;
const PATH = 'consumers';

/**
 * Reads `consumers`. What is wrong lands in `problems`; entries with problems are left out.
 *
 * @internal
 */
export function readConsumersSection(
  raw: unknown,
  problems: Problems,
): ConsumersConfig {
  const section = problems.parse(consumersSchema, raw ?? {}, PATH);
  const written = isObject(raw) ? raw : {};
  return {
    intervalMs: section?.interval ?? FIVE_MINUTES_MS,
    kubernetes: readKubernetes(written.kubernetes, problems),
    git: entriesOf(written, 'git', gitSchema, problems).map(
      ({ entry }): GitConsumersConfig => entry,
    ),
    owners: readOwners(written, problems),
    environments: readEnvironments(written, problems),
  };
}

function readKubernetes(
  raw: unknown,
  problems: Problems,
): KubernetesConsumersConfig | null {
  if (raw === undefined) {
    return null;
  }
  const path = `${PATH}.kubernetes`;
  const section = problems.parse(kubernetesSchema, raw, path);
  const servers = new Map<string, string>();
  for (const [cluster, server] of Object.entries(section?.servers ?? {})) {
    const other = servers.get(server);
    if (other !== undefined) {
      problems.add(
        `${path}.servers.${cluster}`,
        `${server} is the API server of '${other}' already; one server is one cluster`,
      );
    }
    servers.set(server, cluster);
  }
  return { clusters: section?.clusters ?? 'all', servers };
}

function readOwners(
  written: Record<string, unknown>,
  problems: Problems,
): ConsumerOwnerRule[] {
  return entriesOf(written, 'owners', ownerSchema, problems).flatMap(
    ({ entry, path }): ConsumerOwnerRule[] => {
      const found = ownerProblems(entry);
      problems.addAll(path, found);
      return found.length > 0 ? [] : [entry];
    },
  );
}

function readEnvironments(
  written: Record<string, unknown>,
  problems: Problems,
): ConsumerEnvironment[] {
  return entriesOf(
    written,
    'environments',
    environmentSchema,
    problems,
  ).flatMap(({ entry, path }): ConsumerEnvironment[] => {
    const { clusters, namespaces, paths } = entry;
    if (clusters ?? namespaces ?? paths) {
      return [entry];
    }
    problems.add(
      path,
      "needs at least one of clusters, namespaces and paths; for all clusters write clusters: '*'",
    );
    return [];
  });
}

/** Entries are read even when the section they are in has problems, so that all are reported together. */
function entriesOf<T extends z.ZodType>(
  written: Record<string, unknown>,
  key: string,
  schema: T,
  problems: Problems,
): { entry: z.output<T>; path: string }[] {
  const list = written[key];
  if (!Array.isArray(list)) {
    return [];
  }
  return list.flatMap((value: unknown, index) => {
    const path = `${PATH}.${key}[${index}]`;
    const entry = problems.parse(schema, value, path);
    return entry === undefined ? [] : [{ entry, path }];
  });
}
