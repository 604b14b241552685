import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  REGISTRIES,
  type RegistryKind,
  type RunningRegistry,
} from '../../registries/index.ts';
import type { Toolbox } from '../../tools/toolbox.ts';
import type { RegistryId } from '../cells/types.ts';

/** Names of the kinds as `registries/` has them. */
const KINDS: Record<RegistryId, string> = {
  debian: 'docker-registry 2.8',
  'debian-password': 'docker-registry 2.8, htpasswd',
  ggcr: 'go-containerregistry',
  zot: 'zot',
  dev: 'dev-registry',
  'dev-no-referrers': 'dev-registry, no referrers API',
  'dev-tokens': 'dev-registry, tokens',
};

/** A registry that runs, or why it does not. */
export type BenchRegistry = RunningRegistry | { notRunnable: string };

/** Starts those that the cells ask for, each once. */
export async function startRegistries(
  wanted: Iterable<RegistryId>,
  tools: Toolbox,
  folder: string,
): Promise<Map<RegistryId, BenchRegistry>> {
  const started = new Map<RegistryId, BenchRegistry>();
  for (const id of wanted) {
    started.set(id, await start(kindOf(id), tools, folder));
  }
  return started;
}

/** So that every tool finds the passwords where people keep them: `~/.docker/config.json`. */
export function writeDockerConfig(
  registries: Iterable<BenchRegistry>,
  home: string,
): void {
  const auths: Record<string, { auth: string }> = {};
  for (const registry of registries) {
    if ('host' in registry && registry.credentials) {
      const { username, password } = registry.credentials;
      const auth = Buffer.from(`${username}:${password}`).toString('base64');
      auths[registry.host] = { auth };
    }
  }
  const folder = join(home, '.docker');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ auths }), {
    mode: 0o600,
  });
}

export function registryName(id: RegistryId): string {
  return KINDS[id];
}

function kindOf(id: RegistryId): RegistryKind {
  const kind = REGISTRIES.find(({ name }) => name === KINDS[id]);
  if (!kind) {
    throw new Error(`no registry is called ${KINDS[id]}`);
  }
  return kind;
}

async function start(
  kind: RegistryKind,
  tools: Toolbox,
  folder: string,
): Promise<BenchRegistry> {
  const reason = kind.notRunnable(tools);
  if (reason !== undefined) {
    return { notRunnable: reason };
  }
  try {
    return await kind.start(tools, folder);
  } catch (error) {
    return { notRunnable: messageOf(error) };
  }
}

function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split('\n').slice(-2).join(' ').slice(0, 300);
}
