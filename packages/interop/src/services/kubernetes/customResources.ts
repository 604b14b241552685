import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import { pinnedDefinitions } from '../../tools/pinnedDefinitions.ts';
import type { KubernetesClient, KubernetesObject } from './KubernetesClient.ts';
import { apply, pathOf } from './resources.ts';

const PATIENCE_MS = 60_000;
const PAUSE_MS = 100;

/** The parts of a definition that we look at. */
export interface DefinitionSpec {
  group: string;
  names: { kind: string; plural: string };
  versions: { name: string; schema: unknown; [field: string]: unknown }[];
}

export function specOf({ spec }: KubernetesObject): DefinitionSpec {
  return spec as DefinitionSpec;
}

/**
 * The definitions of Argo CD's and Flux's resources, as their projects publish them: read from the pinned Go modules.
 *
 * @throws with Go's own words where the modules cannot be had, and where one is not what was pinned.
 */
export async function readDefinitions(): Promise<KubernetesObject[]> {
  const folders = await pinnedDefinitions();
  return folders.flatMap(folder =>
    readdirSync(folder)
      .sort()
      .map(file => readFileSync(join(folder, file), 'utf8'))
      .map(text => parse(text) as KubernetesObject)
      .filter(({ kind }) => kind === 'CustomResourceDefinition'),
  );
}

/**
 * Has the API server serve them, in place of those of the same names.
 *
 * @throws when it does not within a minute.
 */
export async function installDefinitions(
  client: KubernetesClient,
  definitions: readonly KubernetesObject[],
): Promise<void> {
  for (const definition of definitions) {
    await apply(client, definition);
  }
  for (const definition of definitions) {
    await untilEstablished(client, definition);
  }
  for (const definition of definitions) {
    await untilListed(client, definition);
  }
}

async function untilEstablished(
  client: KubernetesClient,
  definition: KubernetesObject,
): Promise<void> {
  await until(`${definition.metadata.name} is not established`, async () => {
    const { status } = await client.get<{
      status?: { conditions?: { type: string; status: string }[] };
    }>(pathOf(definition));
    return (
      status?.conditions?.some(
        it => it.type === 'Established' && it.status === 'True',
      ) ?? false
    );
  });
}

/** An API server answers 429 for a moment after a definition has changed: `storage is (re)initializing`. */
async function untilListed(
  client: KubernetesClient,
  definition: KubernetesObject,
): Promise<void> {
  const { group, names, versions } = specOf(definition);
  for (const { name } of versions) {
    const path = `/apis/${group}/${name}/${names.plural}`;
    await until(`${path} is not listed`, async () => {
      const { status } = await client.send('GET', path);
      return status === 200;
    });
  }
}

async function until(
  words: string,
  ask: () => Promise<boolean>,
): Promise<void> {
  const limit = Date.now() + PATIENCE_MS;
  while (!(await ask())) {
    if (Date.now() > limit) {
      throw new Error(`${words} after a minute`);
    }
    await sleep(PAUSE_MS);
  }
}
