import {
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OciLayout } from 'chart-provenance-oras';
import { applyMoves } from '../moves/applyMoves';
import { digestOf } from '../server/grammar';
import { serveDemo } from '../serveDemo';
import { MANIFEST_TYPE, TestClient } from '../testing/TestClient';
import { closeRegistries, testRegistry } from '../testing/testRegistry';
import { openLayoutDirectory } from './openLayoutDirectory';

const NAME = 'acme/charts/payments';

let directory: string;
let root: string;
let overlayDirectory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'dev-registry-'));
  root = join(directory, 'registry');
  overlayDirectory = join(directory, 'overlay');
  await mkdir(root);
});

afterEach(async () => {
  await closeRegistries();
  await rm(directory, { recursive: true });
});

/** Adds a manifest to the layout of that name. */
async function seed(name: string, tag: string): Promise<string> {
  const layout = await OciLayout.open(join(root, name), { create: true });
  const config = Buffer.from('{}');
  const described = {
    mediaType: 'application/vnd.oci.empty.v1+json',
    digest: digestOf(config),
    size: config.length,
  };
  await layout.push(described, config);
  const bytes = Buffer.from(
    JSON.stringify({
      schemaVersion: 2,
      mediaType: MANIFEST_TYPE,
      config: described,
      layers: [],
      annotations: { tag },
    }),
  );
  const descriptor = {
    mediaType: MANIFEST_TYPE,
    digest: digestOf(bytes),
    size: bytes.length,
  };
  await layout.push(descriptor, bytes);
  await layout.tag(descriptor, tag);
  return descriptor.digest;
}

async function serve(overlay?: string): Promise<TestClient> {
  const layouts = await openLayoutDirectory(root, {
    overlayDirectory: overlay,
  });
  return (await testRegistry(layouts)).client;
}

async function tagsOf(client: TestClient, name = NAME): Promise<string[]> {
  const { body } = await client.expect(200, 'GET', `/v2/${name}/tags/list`);
  return JSON.parse(String(body)).tags;
}

async function digestAt(client: TestClient, reference: string) {
  const path = `/v2/${NAME}/manifests/${reference}`;
  return (await client.expect(200, 'HEAD', path)).headers[
    'docker-content-digest'
  ];
}

it('serves every layout by its path, read-only, and follows no link', async () => {
  await seed(NAME, '1.0.0');
  await seed('acme/charts/edge', '2.0.0');
  await mkdir(join(root, 'empty'));
  await symlink(join(root, 'acme'), join(root, 'linked'));
  const client = await serve();
  const { body } = await client.get('/v2/_catalog');
  expect(JSON.parse(String(body)).repositories).toEqual([
    'acme/charts/edge',
    NAME,
  ]);
  expect(await tagsOf(client)).toEqual(['1.0.0']);
  await client.expect(405, 'POST', `/v2/${NAME}/blobs/uploads/`);
});

it('rejects when there is no such directory', async () => {
  await expect(openLayoutDirectory(join(root, 'none'))).rejects.toThrow(
    'ENOENT',
  );
});

it('writes into the overlay, keeps it between starts and leaves the original alone', async () => {
  await seed(NAME, '1.0.0');
  const original = () => readFile(join(root, NAME, 'index.json'), 'utf8');
  const before = await original();
  const first = await serve(overlayDirectory);
  await first.pushManifest(NAME, { tag: '1.1.0' });
  await first.pushManifest('acme/charts/new', { tag: '0.1.0' });
  const again = await serve(overlayDirectory);
  expect(await tagsOf(again)).toEqual(['1.0.0', '1.1.0']);
  expect(await tagsOf(again, 'acme/charts/new')).toEqual(['0.1.0']);
  expect(await original()).toBe(before);
});

it('keeps what was deleted from the overlay deleted', async () => {
  await seed(NAME, '1.0.0');
  const first = await serve(overlayDirectory);
  const { digest } = await first.pushManifest(NAME, { tag: '1.1.0' });
  const path = (reference: string) => `/v2/${NAME}/manifests/${reference}`;
  await first.expect(202, 'DELETE', path('1.0.0'));
  await first.expect(202, 'DELETE', path(digest));
  const again = await serve(overlayDirectory);
  expect(await tagsOf(again)).toEqual([]);
  await again.expect(404, 'GET', path(digest));
});

it('copies a layout anew when the original has changed', async () => {
  await seed(NAME, '1.0.0');
  const first = await serve(overlayDirectory);
  await first.pushManifest(NAME, { tag: '1.1.0' });
  await seed(NAME, '2.0.0');
  expect(await tagsOf(await serve(overlayDirectory))).toEqual([
    '1.0.0',
    '2.0.0',
  ]);
});

it('leaves a layout in the overlay alone that it did not make', async () => {
  const first = await serve(overlayDirectory);
  await first.pushManifest(NAME, { tag: '9.0.0' });
  await seed(NAME, '1.0.0');
  expect(await tagsOf(await serve(overlayDirectory))).toEqual(['9.0.0']);
});

it('makes no layout inside another', async () => {
  await seed(NAME, '1.0.0');
  const client = await serve(overlayDirectory);
  for (const name of [`${NAME}/nested`, 'acme/charts', 'acme']) {
    const answer = await client.send('POST', `/v2/${name}/blobs/uploads/`);
    expect(answer.status).toBe(404);
  }
});

describe('moves', () => {
  it('point tags elsewhere, once', async () => {
    const old = await seed(NAME, '1.0.0');
    const moved = await seed(NAME, 'candidate');
    const layouts = await openLayoutDirectory(root, { overlayDirectory });
    const { client, registry } = await testRegistry(layouts);
    const moves = [{ repository: NAME, tag: '1.0.0', to: moved }];
    expect(await digestAt(client, '1.0.0')).toBe(old);
    expect(await applyMoves(registry, moves)).toEqual([
      { move: moves[0], outcome: 'moved' },
    ]);
    expect(await digestAt(client, '1.0.0')).toBe(moved);
    expect(await digestAt(client, old)).toBe(old);
    expect(await applyMoves(registry, moves)).toMatchObject([
      { outcome: 'there' },
    ]);
    expect(registry.requests.filter(r => r.method === 'PUT')).toHaveLength(1);
  });

  it('are all left undone when one manifest is missing or cannot be read', async () => {
    const old = await seed(NAME, '1.0.0');
    const moved = await seed(NAME, 'candidate');
    const layouts = await openLayoutDirectory(root, { overlayDirectory });
    const { client, registry } = await testRegistry(layouts);
    const absent = `sha256:${'0'.repeat(64)}`;
    const moves = [
      { repository: NAME, tag: '1.0.0', to: moved },
      { repository: NAME, tag: '1.1.0', to: absent },
    ];
    await expect(applyMoves(registry, moves)).rejects.toThrow(
      `not in the registry: ${NAME}@${absent}`,
    );
    registry.setFaults([{ times: 1, fault: { kind: 'status', status: 503 } }]);
    await expect(applyMoves(registry, [moves[0]])).rejects.toThrow(
      'status 503',
    );
    expect(await digestAt(client, '1.0.0')).toBe(old);
  });

  it('are made at start when the demo is told to', async () => {
    await seed(NAME, '1.0.0');
    const digest = await seed(NAME, 'candidate');
    const moves = join(directory, 'moves.json');
    const write = (content: unknown) =>
      writeFile(moves, JSON.stringify(content));
    const options = { root, overlayDirectory, moves, port: 0 };
    await write({ moves: [{ repository: NAME, tag: '1.0.0', to: 'latest' }] });
    await expect(serveDemo(options)).rejects.toThrow(/to/);
    await write({
      moves: [{ repository: NAME, tag: '1.0.0', to: digest, story: 'moved' }],
    });
    const registry = await serveDemo(options);
    try {
      expect(await digestAt(new TestClient(registry.url), '1.0.0')).toBe(
        digest,
      );
    } finally {
      await registry.close();
    }
  });
});
