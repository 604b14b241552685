import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../process/run.ts';
import { installed } from '../../tools/toolbox.ts';
import { discover } from '../ask/discover.ts';
import { folderFor } from '../ground/folderFor.ts';
import { toolEnv, type Ground } from '../ground/Ground.ts';
import type { MadeCell } from './MadeCell.ts';
import {
  digestOfBytes,
  OCI_MANIFEST,
  RegistryClient,
  type Descriptor,
  type Manifest,
} from './RegistryClient.ts';

/** Changes a layer's bytes on the way. */
export type Alter = (bytes: Buffer) => Buffer;

/** Where evidence is taken from, and which digest it is about there. */
export interface Donor {
  repository: string;
  digest: string;
}

/**
 * Hangs everything that is attached to the donor onto the cell's chart, as
 * anybody who may push could.
 */
export async function transplant(
  ground: Ground,
  donor: Donor,
  made: MadeCell,
  alter: Alter = bytes => bytes,
): Promise<void> {
  const from = new RegistryClient(made.registry, donor.repository);
  const to = new RegistryClient(made.registry, made.repository);
  const subject = await descriptorOf(to, made.digest);
  const reference = `${made.registry.host}/${donor.repository}@${donor.digest}`;
  for (const { digest } of await discover(ground, reference)) {
    const manifest = await read(from, digest);
    const layers = await carry(from, to, manifest, alter);
    await pushReferrer(ground, made, { ...manifest, layers, subject });
  }
  for (const suffix of ['sig', 'att']) {
    const bytes = await from.manifest(tagOf(donor.digest, suffix));
    if (bytes) {
      const manifest: Manifest = JSON.parse(bytes.toString());
      const layers = await carry(from, to, manifest, alter);
      await to.putManifest(
        { ...manifest, layers },
        tagOf(made.digest, suffix),
        manifest.mediaType,
      );
    }
  }
}

const tagOf = (digest: string, suffix: string) =>
  `${digest.replace(':', '-')}.${suffix}`;

async function read(from: RegistryClient, digest: string): Promise<Manifest> {
  const bytes = await from.manifest(digest);
  if (!bytes) {
    throw new Error(`${digest} is listed and not there`);
  }
  return JSON.parse(bytes.toString());
}

async function descriptorOf(
  client: RegistryClient,
  digest: string,
): Promise<Descriptor> {
  const bytes = await client.manifest(digest);
  if (!bytes || digestOfBytes(bytes) !== digest) {
    throw new Error(`${digest} is not there`);
  }
  return { mediaType: OCI_MANIFEST, digest, size: bytes.length };
}

async function carry(
  from: RegistryClient,
  to: RegistryClient,
  manifest: Manifest,
  alter: Alter,
): Promise<Descriptor[]> {
  await to.putBlob(await from.blob(manifest.config.digest), manifest.config);
  const layers: Descriptor[] = [];
  for (const layer of manifest.layers) {
    const bytes = alter(await from.blob(layer.digest));
    layers.push(await to.putBlob(bytes, layer));
  }
  return layers;
}

/** oras keeps the fallback index where the registry has no referrers API. */
async function pushReferrer(
  ground: Ground,
  { registry, repository }: MadeCell,
  manifest: Manifest,
): Promise<void> {
  const text = JSON.stringify(manifest);
  const digest = digestOfBytes(Buffer.from(text));
  const file = join(folderFor(ground, 'transplants'), digest.slice(7));
  writeFileSync(file, text);
  await run(
    installed(ground.tools, 'oras'),
    [
      ...['manifest', 'push', '--plain-http', '--media-type', OCI_MANIFEST],
      ...[`${registry.host}/${repository}@${digest}`, file],
    ],
    { env: toolEnv(ground) },
  );
}
