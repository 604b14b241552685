import { createHash, generateKeyPairSync, KeyObject, sign } from 'node:crypto';
import {
  Key,
  MetaFile,
  Metadata,
  Root,
  Signature,
  Snapshot,
  TargetFile,
  Targets,
  Timestamp,
} from '@tufjs/models';

type RoleName = 'root' | 'timestamp' | 'snapshot' | 'targets';
const ROLES: RoleName[] = ['root', 'timestamp', 'snapshot', 'targets'];
const DAY_MS = 24 * 60 * 60 * 1000;

/** A key of a role. */
export interface LabKey {
  id: string;
  key: Key;
  privateKey: KeyObject;
}

/** What may be made otherwise than it should be. */
export interface PublishOptions {
  /** Days that everything counts; below 0 it has ended. */
  days?: Partial<Record<RoleName, number>>;
  /** Signs instead of the role's keys. */
  signers?: Partial<Record<RoleName, LabKey[]>>;
  /** Fields of `signed` besides those of TUF. */
  rootFields?: Record<string, number>;
  timestampPeriod?: number;
}

/**
 * A TUF repository in memory, as its keepers would publish it: signed with @tufjs/models. `files` is what a mirror serves, by path, and is
 * free to be tampered with.
 */
export class TufLab {
  keys: Record<RoleName, LabKey[]>;
  thresholds: Record<RoleName, number> = {
    root: 2,
    timestamp: 1,
    snapshot: 1,
    targets: 1,
  };
  versions = { root: 0, timestamp: 0, snapshot: 0, targets: 0 };
  files = new Map<string, Buffer>();
  /** Leaves lengths and hashes out where TUF allows it. */
  bare = false;
  readonly target = 'trusted_root.json';
  readonly #startedAt: number;

  constructor(readonly trustedRoot: unknown, startedAt: number = Date.now()) {
    this.#startedAt = startedAt;
    this.keys = {
      root: [newLabKey(), newLabKey()],
      timestamp: [newLabKey()],
      snapshot: [newLabKey()],
      targets: [newLabKey()],
    };
    this.publishRoot();
    this.publish();
  }

  /** Text of the newest root. */
  get root(): string {
    return this.#text(`${this.versions.root}.root.json`);
  }

  /** What a mirror that stopped now would go on serving. */
  copy(): Map<string, Buffer> {
    return new Map(this.files);
  }

  /** A new root, signed by its own keys and by those of the one before. */
  publishRoot(options: PublishOptions = {}, before = this.keys.root): void {
    const version = ++this.versions.root;
    const root = new Root({
      ...this.#fields('root', version, options),
      unrecognizedFields: options.rootFields,
      consistentSnapshot: true,
    });
    for (const role of ROLES) {
      root.roles[role].keyIDs.splice(0);
      Object.assign(root.roles[role], {
        threshold: this.thresholds[role],
        unrecognizedFields:
          role === 'timestamp' && options.timestampPeriod
            ? { 'x-tuf-on-ci-expiry-period': options.timestampPeriod }
            : {},
      });
      for (const { id, key } of this.keys[role]) {
        root.keys[id] = key;
        root.roles[role].keyIDs.push(id);
      }
    }
    const signers = [...new Set([...before, ...this.keys.root])];
    this.#write(
      `${version}.root.json`,
      new Metadata(root),
      options.signers?.root ?? signers,
    );
  }

  /** New targets, snapshot and timestamp. */
  publish(
    trustedRoot: unknown = this.trustedRoot,
    options: PublishOptions = {},
  ): void {
    const text = Buffer.from(JSON.stringify(trustedRoot));
    const hash = createHash('sha256').update(text).digest('hex');
    this.files.set(`targets/${hash}.${this.target}`, text);
    const version = ++this.versions.targets;
    const targets = new Targets(this.#fields('targets', version, options));
    targets.addTarget(
      new TargetFile({
        path: this.target,
        length: text.length,
        hashes: { sha256: hash },
      }),
    );
    this.#write(
      `${version}.targets.json`,
      new Metadata(targets),
      options.signers?.targets ?? this.keys.targets,
    );
    this.publishSnapshot(options);
  }

  /** A new snapshot and timestamp over the present targets. */
  publishSnapshot(options: PublishOptions = {}): void {
    const version = ++this.versions.snapshot;
    const snapshot = new Snapshot({
      ...this.#fields('snapshot', version, options),
      meta: {
        'targets.json': this.#metaOf(
          `${this.versions.targets}.targets.json`,
          this.versions.targets,
        ),
      },
    });
    this.#write(
      `${version}.snapshot.json`,
      new Metadata(snapshot),
      options.signers?.snapshot ?? this.keys.snapshot,
    );
    this.publishTimestamp(options);
  }

  /** A new timestamp over the present snapshot. */
  publishTimestamp(options: PublishOptions = {}): void {
    const version = ++this.versions.timestamp;
    const timestamp = new Timestamp({
      ...this.#fields('timestamp', version, options),
      snapshotMeta: this.#metaOf(
        `${this.versions.snapshot}.snapshot.json`,
        this.versions.snapshot,
      ),
    });
    this.#write(
      'timestamp.json',
      new Metadata(timestamp),
      options.signers?.timestamp ?? this.keys.timestamp,
    );
  }

  #fields(role: RoleName, version: number, { days }: PublishOptions) {
    const ends = this.#startedAt + (days?.[role] ?? 30) * DAY_MS;
    return {
      version,
      specVersion: '1.0.31',
      expires: new Date(ends).toISOString().replace(/\.\d{3}Z$/, 'Z'),
    };
  }

  #metaOf(path: string, version: number): MetaFile {
    if (this.bare) {
      return new MetaFile({ version });
    }
    const bytes = Buffer.from(this.#text(path));
    return new MetaFile({
      version,
      length: bytes.length,
      hashes: { sha256: createHash('sha256').update(bytes).digest('hex') },
    });
  }

  #write(
    path: string,
    metadata: Metadata<Root | Timestamp | Snapshot | Targets>,
    signers: readonly LabKey[],
  ): void {
    for (const { id, privateKey } of signers) {
      metadata.sign(
        bytes =>
          new Signature({
            keyID: id,
            sig: sign(null, bytes, privateKey).toString('hex'),
          }),
      );
    }
    this.files.set(path, Buffer.from(JSON.stringify(metadata.toJSON())));
  }

  #text(path: string): string {
    const bytes = this.files.get(path);
    if (!bytes) {
      throw new Error(`${path} was not published`);
    }
    return bytes.toString('utf8');
  }
}

/** A new Ed25519 key. */
export function newLabKey(): LabKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const hex = publicKey
    .export({ type: 'spki', format: 'der' })
    .subarray(-32)
    .toString('hex');
  const id = createHash('sha256').update(hex).digest('hex');
  const key = new Key({
    keyID: id,
    keyType: 'ed25519',
    scheme: 'ed25519',
    keyVal: { public: hex },
  });
  return { id, key, privateKey };
}
