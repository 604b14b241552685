import { createHash } from 'node:crypto';
import { Metadata, MetadataKind, Root, TargetFile } from '@tufjs/models';
import { TrustMetadata } from '../../store';
import { VerifiedMetadata } from '../types';
import { signedAtOf } from './signedAtOf';

/** What was stored or fetched, to be verified from the first root on. */
export interface MetadataToVerify {
  firstRoot: string;
  metadata: TrustMetadata;
  target: string;
  trustedRoot: string;
}

/**
 * Checks every signature, version and hash from the first root to the trusted root, without a request and without asking what time it is:
 * whether it has expired is for the caller. tuf-js takes the root it finds in its folder for good; a table can be written by others.
 *
 * @throws Error when anything is not as signed.
 */
export function verifyMetadata(input: MetadataToVerify): VerifiedMetadata {
  const { metadata, target } = input;
  const root = followRoots(input);
  const timestamp = Metadata.fromJSON(
    MetadataKind.Timestamp,
    parse(metadata.timestamp),
  );
  root.verifyDelegate('timestamp', timestamp);
  const { snapshotMeta } = timestamp.signed;
  snapshotMeta.verify(decode(metadata.snapshot));
  const snapshot = Metadata.fromJSON(
    MetadataKind.Snapshot,
    parse(metadata.snapshot),
  );
  root.verifyDelegate('snapshot', snapshot);
  assertSame('snapshot', snapshot.signed.version, snapshotMeta.version);
  const targetsMeta = snapshot.signed.meta['targets.json'];
  targetsMeta.verify(decode(metadata.targets));
  const targets = Metadata.fromJSON(
    MetadataKind.Targets,
    parse(metadata.targets),
  );
  root.verifyDelegate('targets', targets);
  assertSame('targets', targets.signed.version, targetsMeta.version);
  const { targets: files } = targets.signed;
  if (!Object.hasOwn(files, target)) {
    throw new Error(`its targets have no ${target}`);
  }
  assertIsTarget(files[target], Buffer.from(input.trustedRoot, 'utf8'));
  const ends = [root, timestamp, snapshot, targets].map(({ signed }) =>
    Date.parse(signed.expires),
  );
  return {
    rootVersion: root.signed.version,
    timestampVersion: timestamp.signed.version,
    signedUntil: new Date(Math.min(...ends)).toISOString(),
    signedAt: signedAtOf(root.signed, timestamp.signed),
    trustedRoot: JSON.parse(input.trustedRoot),
  };
}

/** From the first root to the last; those that are not newer than the first are passed over. */
function followRoots({
  firstRoot,
  metadata,
}: MetadataToVerify): Metadata<Root> {
  let root = Metadata.fromJSON(MetadataKind.Root, JSON.parse(firstRoot));
  root.verifyDelegate('root', root);
  for (const bytes of metadata.roots) {
    const next = Metadata.fromJSON(MetadataKind.Root, parse(bytes));
    if (next.signed.version <= root.signed.version) {
      continue;
    }
    assertSame('root', next.signed.version, root.signed.version + 1);
    root.verifyDelegate('root', next);
    next.verifyDelegate('root', next);
    root = next;
  }
  return root;
}

function assertIsTarget(file: TargetFile, bytes: Buffer): void {
  const hashes = Object.entries(file.hashes);
  const isSame =
    hashes.length > 0 &&
    bytes.length === file.length &&
    hashes.every(
      ([algorithm, hash]) =>
        /^sha(?:256|384|512)$/.test(algorithm) &&
        createHash(algorithm).update(bytes).digest('hex') === hash,
    );
  if (!isSame) {
    throw new Error('the trusted root is not the one that was signed');
  }
}

function assertSame(role: string, found: number, expected: number): void {
  if (found !== expected) {
    throw new Error(`version ${found} of ${role} instead of ${expected}`);
  }
}

function decode(base64: string): Buffer {
  return Buffer.from(base64, 'base64');
}

function parse(base64: string) {
  return JSON.parse(decode(base64).toString('utf8'));
}
