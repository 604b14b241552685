import { Manifest, readVersion } from './readVersion';
import { WalkedVersion } from './types';
import { WalkSession } from './WalkSession';

/** Reads each version once, however many tags point at it and however many ask at a time. */
export class VersionReader {
  private readonly found = new Map<string, WalkedVersion>();
  private readonly begun = new Map<string, Promise<void>>();

  constructor(
    private readonly session: WalkSession,
    private readonly known: ReadonlySet<string>,
  ) {}

  /** Versions that were not known before, by digest; one that could not be read is missing, and reported. */
  get versions(): ReadonlyMap<string, WalkedVersion> {
    return this.found;
  }

  async read(manifest: Manifest): Promise<void> {
    await this.once(manifest.descriptor.digest, async () => manifest);
  }

  async readBy(digest: string): Promise<void> {
    const isRead = this.known.has(digest) || this.begun.has(digest);
    if (isRead || this.session.mayReadVersion()) {
      await this.once(digest, () => this.session.fetchManifest(digest));
    }
  }

  private once(digest: string, fetch: () => Promise<Manifest>): Promise<void> {
    if (this.known.has(digest)) {
      return Promise.resolve();
    }
    const reading = this.begun.get(digest) ?? this.readNow(digest, fetch);
    this.begun.set(digest, reading);
    return reading;
  }

  private async readNow(
    digest: string,
    fetch: () => Promise<Manifest>,
  ): Promise<void> {
    try {
      const version = await readVersion(this.session, await fetch());
      this.found.set(digest, version);
    } catch (error) {
      this.session.report(error, digest);
    }
  }
}
