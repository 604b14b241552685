import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EgressOptions, EgressTransport } from 'chart-provenance-oras';
import { Updater } from 'tuf-js';
import { TrustMetadata } from '../../store';
import { TrustFailure } from '../TrustFailure';
import { TufSource, VerifiedMetadata } from '../types';
import { MAX_BYTES, MAX_ROTATIONS, REFRESH_MS, TIMEOUTS } from './bounds';
import { protocolFailure } from './protocolFailure';
import { TufFetcher } from './TufFetcher';
import { verifyMetadata } from './verifyMetadata';

const TARGET_FILE = 'trusted-root';

/** What a refresh starts from. */
export interface RefreshInput {
  source: TufSource;
  /** What is stored, verified from the first root on; null when nothing is. */
  stored: { metadata: TrustMetadata; trustedRoot: string } | null;
  openEgress: (options: EgressOptions) => EgressTransport;
  signal: AbortSignal;
  now: () => Date;
  /** Milliseconds; those of `bounds` unless told. */
  timeouts?: EgressOptions['timeouts'];
}

/** What a refresh gave: signed, not older than what was stored, and verified by tuf-js and once more here. */
export interface RefreshedMetadata {
  metadata: TrustMetadata;
  trustedRoot: string;
  verified: VerifiedMetadata;
}

/**
 * Brings a root up to date over TUF. tuf-js follows the specification and keeps its metadata in a folder: it gets one of its own, filled
 * with what is stored and gone afterwards.
 *
 * @throws TrustFailure
 */
export async function refreshOverTuf(
  input: RefreshInput,
): Promise<RefreshedMetadata> {
  const { source, openEgress, timeouts = TIMEOUTS } = input;
  const { host, allowPrivateAddress } = source;
  // mkdtemp makes it for this user alone.
  const folder = await mkdtemp(join(tmpdir(), 'chart-provenance-tuf-'));
  const egress = openEgress({
    hosts: { [host]: { allowPrivateAddress } },
    allowedHosts: [host],
    timeouts,
  });
  try {
    return await update(input, folder, egress);
  } finally {
    await egress.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function update(
  { source, stored, signal, now }: RefreshInput,
  folder: string,
  egress: EgressTransport,
): Promise<RefreshedMetadata> {
  await fill(folder, source, stored);
  const fetcher = new TufFetcher({
    egress,
    folder,
    known: knownRoots(source, stored?.metadata ?? null),
    signal: AbortSignal.any([signal, AbortSignal.timeout(REFRESH_MS)]),
    now: () => now().getTime(),
  });
  try {
    const trustedRoot = await readThrough(updaterOf(source, folder, fetcher), {
      source,
      folder,
    });
    const metadata = await metadataIn(folder, fetcher.roots);
    const { firstRoot, target } = source;
    const verified = verifyMetadata({
      ...{ firstRoot, metadata, target, trustedRoot },
    });
    return { metadata, trustedRoot, verified };
  } catch (error) {
    signal.throwIfAborted();
    throw fetcher.failure ?? protocolFailure(error);
  }
}

function updaterOf(
  { url }: TufSource,
  folder: string,
  fetcher: TufFetcher,
): Updater {
  return new Updater({
    metadataDir: folder,
    metadataBaseUrl: url,
    targetDir: folder,
    targetBaseUrl: `${url}/targets`,
    fetcher,
    config: {
      maxRootRotations: MAX_ROTATIONS,
      // Whoever vouches for a trusted root is named in the root of TUF, by nobody else.
      maxDelegations: 0,
      rootMaxLength: MAX_BYTES.root,
      timestampMaxLength: MAX_BYTES.timestamp,
      snapshotMaxLength: MAX_BYTES.snapshot,
      targetsMaxLength: MAX_BYTES.targets,
    },
  });
}

/** The text of the trusted root: the stored one where it still is the one that is signed. */
async function readThrough(
  updater: Updater,
  { source, folder }: { source: TufSource; folder: string },
): Promise<string> {
  await updater.refresh();
  const info = await updater.getTargetInfo(source.target);
  if (!info) {
    throw new TrustFailure(
      'unusable',
      `${source.url} has no target ${source.target}; correct target, or ask whoever runs the repository.`,
    );
  }
  const file = join(folder, TARGET_FILE);
  if (!(await updater.findCachedTarget(info, file))) {
    await updater.downloadTarget(info, file);
  }
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
    await readFile(file),
  );
}

async function fill(
  folder: string,
  { firstRoot }: TufSource,
  stored: RefreshInput['stored'],
): Promise<void> {
  // Always the first one: newer ones are followed from there, so that a stored root is never believed for being stored.
  await writeFile(join(folder, 'root.json'), firstRoot);
  if (stored) {
    const { timestamp, snapshot, targets } = stored.metadata;
    const write = (name: string, base64: string) =>
      writeFile(join(folder, `${name}.json`), Buffer.from(base64, 'base64'));
    await write('timestamp', timestamp);
    await write('snapshot', snapshot);
    await write('targets', targets);
    await writeFile(join(folder, TARGET_FILE), stored.trustedRoot);
  }
}

/** Stored roots by the URL tuf-js asks for them, so that following them again costs no request. */
function knownRoots(
  { url }: TufSource,
  metadata: TrustMetadata | null,
): Map<string, Buffer> {
  return new Map(
    (metadata?.roots ?? []).map(base64 => {
      const bytes = Buffer.from(base64, 'base64');
      const { version } = JSON.parse(bytes.toString('utf8')).signed;
      return [`${url}/${version}.root.json`, bytes];
    }),
  );
}

async function metadataIn(
  folder: string,
  roots: readonly Buffer[],
): Promise<TrustMetadata> {
  const read = (name: string) =>
    readFile(join(folder, `${name}.json`), 'base64');
  return {
    roots: roots.map(bytes => bytes.toString('base64')),
    timestamp: await read('timestamp'),
    snapshot: await read('snapshot'),
    targets: await read('targets'),
  };
}
