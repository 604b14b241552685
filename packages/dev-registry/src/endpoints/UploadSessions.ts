import { randomUUID } from 'node:crypto';
import { RegistryError } from '../server/RegistryError';

/** The most one blob may be, in bytes. */
export const MAX_BLOB_BYTES = 64 * 1024 * 1024;

/** An upload under way. */
export interface UploadSession {
  readonly id: string;
  readonly repository: string;
  chunks: Buffer[];
  size: number;
  usedAt: number;
}

const MAX_SESSIONS = 1_000;

/** An upload nobody has gone on with for this long is given up, in milliseconds. */
const IDLE_MS = 60 * 60 * 1_000;

/** @internal */
export class UploadSessions {
  private readonly sessions = new Map<string, UploadSession>();

  /** @param now - milliseconds */
  constructor(private readonly now: () => number) {}

  open(repository: string): UploadSession {
    this.giveUpIdle();
    if (this.sessions.size >= MAX_SESSIONS) {
      throw new RegistryError(429, 'TOOMANYREQUESTS', 'too many open uploads');
    }
    const session = {
      id: randomUUID(),
      repository,
      chunks: [],
      size: 0,
      usedAt: this.now(),
    };
    this.sessions.set(session.id, session);
    return session;
  }

  /**
   * A session belongs to one repository: with its id alone nobody writes into another.
   *
   * @throws RegistryError 404 `BLOB_UPLOAD_UNKNOWN`
   */
  require(repository: string, id: string): UploadSession {
    const session = this.sessions.get(id);
    if (session?.repository !== repository) {
      throw new RegistryError(404, 'BLOB_UPLOAD_UNKNOWN', `no upload ${id}`);
    }
    session.usedAt = this.now();
    return session;
  }

  close(session: UploadSession): void {
    this.sessions.delete(session.id);
  }

  private giveUpIdle(): void {
    for (const session of this.sessions.values()) {
      if (this.now() - session.usedAt > IDLE_MS) {
        this.close(session);
      }
    }
  }
}
