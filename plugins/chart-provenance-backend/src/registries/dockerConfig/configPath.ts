import { stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * Where the file is: `path` as configured; else the first that exists of Docker's (`$DOCKER_CONFIG/config.json`,
 * `~/.docker/config.json`) and Podman's (`$REGISTRY_AUTH_FILE`, `$XDG_RUNTIME_DIR/containers/auth.json`).
 *
 * @returns undefined when none exists; a configured one is returned unseen
 */
export async function configPath(
  path: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  if (path !== undefined) {
    return path;
  }
  const docker = env.DOCKER_CONFIG || join(env.HOME ?? homedir(), '.docker');
  const candidates = [
    join(docker, 'config.json'),
    env.REGISTRY_AUTH_FILE,
    env.XDG_RUNTIME_DIR && join(env.XDG_RUNTIME_DIR, 'containers/auth.json'),
  ];
  for (const candidate of candidates) {
    if (candidate && (await isFile(candidate))) {
      return candidate;
    }
  }
  return undefined;
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    found => found.isFile(),
    () => false,
  );
}
