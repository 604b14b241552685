import type { RemoteRepository } from '../remote/RemoteRepository';
import { blob, CONFIG, manifest, pushAll } from './fixtures';
import { testRegistry, TestRegistry } from './registry';
import { TestServer, testServer } from './testServer';

/** @internal */
export const layer = blob('chart');
/** @internal */
export const chart = manifest({ layers: [layer] });
/** @internal */
export const signature = manifest({
  subject: chart.descriptor,
  artifactType: 'sig',
});

/** @internal */
export const CREDENTIAL = {
  type: 'basic',
  username: 'u',
  password: 'secret',
} as const;
/** @internal */
export const credentials = async () => CREDENTIAL;

/** Requests by what they ask for. @internal */
export const paths = {
  manifest: /\/manifests\//,
  blob: /\/blobs\//,
  tags: /\/tags\/list$/,
  referrers: /\/referrers\//,
};

const servers: TestServer[] = [];

/** @internal */
export const serve: typeof testServer = async (...args) => {
  const server = await testServer(...args);
  servers.push(server);
  return server;
};

/** Call after each test. @internal */
export async function closeServers(): Promise<void> {
  await Promise.all(servers.splice(0).map(server => server.close()));
}

/** A registry with a chart, tagged `1.0.0`, and a signature of it. @internal */
export async function seeded(
  options: Parameters<typeof testRegistry>[0] = {},
): Promise<TestRegistry> {
  const made = await testRegistry(options);
  await pushAll(made.store, CONFIG, layer, chart, signature);
  await made.store.tag(chart.descriptor, '1.0.0');
  return made;
}

/** Reads one of each thing a repository has. @internal */
export async function everything(repository: RemoteRepository): Promise<void> {
  await repository.resolve('1.0.0');
  await repository.fetch(layer.descriptor);
  for await (const page of repository.tags()) {
    expect(page.length).toBeGreaterThan(0);
  }
  await repository.referrers(chart.descriptor);
}
