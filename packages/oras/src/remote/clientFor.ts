import { RegistryClient } from './RegistryClient';
import type { RemoteRepositoryOptions } from './RemoteRepositoryOptions';

const clients = new WeakMap<
  RemoteRepositoryOptions,
  Map<string, RegistryClient>
>();

/**
 * The client of a registry for these very options: repositories made with one options object share tokens and connections.
 *
 * @internal
 */
export function clientFor(
  registry: string,
  options: RemoteRepositoryOptions,
): RegistryClient {
  const known = clients.get(options) ?? new Map<string, RegistryClient>();
  clients.set(options, known);
  const client = known.get(registry) ?? new RegistryClient(registry, options);
  known.set(registry, client);
  return client;
}
