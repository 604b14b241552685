import { MemoryStore } from 'chart-provenance-oras';
import { DevRegistry, DevRegistryOptions } from '../DevRegistry';
import { startDevRegistry } from '../startDevRegistry';
import { TestClient } from './TestClient';

const running: DevRegistry[] = [];

/** Starts a registry with one empty repository, `acme/charts/payments`; `closeRegistries` stops it. */
export async function testRegistry(
  options: Partial<DevRegistryOptions> = {},
): Promise<{ registry: DevRegistry; client: TestClient; store: MemoryStore }> {
  const store = new MemoryStore();
  const registry = await startDevRegistry({
    repositories: new Map([['acme/charts/payments', store]]),
    ...options,
  });
  running.push(registry);
  return { registry, client: new TestClient(registry.url), store };
}

export async function closeRegistries(): Promise<void> {
  await Promise.all(running.splice(0).map(registry => registry.close()));
}
