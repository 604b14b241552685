import { createHash } from 'node:crypto';
import { LoggerService } from '@backstage/backend-plugin-api';
import { StoredTrust, TrustMark, TrustStore } from '../store';
import { freshnessOf } from './freshnessOf';
import { isOlder } from './isOlder';
import { rootSignedAt } from './tuf/signedAtOf';
import { verifyMetadata } from './tuf/verifyMetadata';
import {
  Holder,
  Material,
  RefreshState,
  TufSource,
  VerifiedMetadata,
} from './types';
import { unusableBecause } from './unusableBecause';

/** What a holder of a TUF repository's root needs. */
export interface TufHolderOptions {
  source: TufSource;
  store: Pick<TrustStore, 'read'>;
  logger: Pick<LoggerService, 'info' | 'warn'>;
  /** ISO; when this process began, in case the table knows nothing. */
  startedAt: string;
  production: boolean;
}

type Held = VerifiedMetadata & { materialHash: string };

/** Holds the newest root that one TUF repository vouches for, verified from the table's bytes by this process itself. */
export class TufHolder implements Holder {
  readonly #options: TufHolderOptions;
  /** When the first root was signed, where that can be told. */
  readonly #shippedAt: string | null;
  #mark: TrustMark | undefined;
  /** Bytes that were looked at, so that they are not again at every look. */
  #looked = '';
  #held: Held | undefined;
  /** What the row says of the bytes in force: of another row's bytes it says nothing about them. */
  #heldMark: TrustMark | undefined;

  constructor(options: TufHolderOptions) {
    this.#options = options;
    this.#shippedAt = rootSignedAt(options.source.firstRoot);
  }

  get ids(): string[] {
    return this.#options.source.roots.map(({ id }) => id);
  }

  material(): Material | undefined {
    const { trustedRoot, materialHash } = this.#held ?? {};
    const asOf = this.#heldMark?.signedSince ?? undefined;
    return materialHash === undefined
      ? undefined
      : { trustedRoot, hash: materialHash, asOf };
  }

  /** Takes note of the table's row, and of its bytes where they changed. */
  async look(mark: TrustMark | undefined): Promise<void> {
    this.#mark = mark ?? this.#mark;
    if (!mark || mark.materialHash === null) {
      return;
    }
    if (bytesOf(mark) !== this.#looked) {
      const stored = await this.#options.store.read(mark.source);
      if (stored) {
        this.#take(stored);
        this.#mark = stored;
      }
      this.#looked = bytesOf(mark);
    } else if (this.#heldMark && bytesOf(mark) === bytesOf(this.#heldMark)) {
      this.#heldMark = mark;
    }
  }

  #take(stored: StoredTrust): void {
    const { source, logger } = this.#options;
    try {
      const held = this.#verified(stored);
      if (this.#held && isOlder(held, this.#held)) {
        throw new Error('it is older than what is in force');
      }
      this.#held = held;
      this.#heldMark = stored;
      logger.info(
        `The trust root of ${source.url} is in force as of timestamp version ${held.timestampVersion}`,
      );
    } catch (error) {
      logger.warn(
        `What is stored of the trust root of ${source.url} is not taken: ${error}`,
      );
    }
  }

  #verified({ metadata, trustedRoot }: StoredTrust) {
    const { source, production } = this.#options;
    if (metadata === null || trustedRoot === null) {
      throw new Error('it cannot be read');
    }
    const { firstRoot, target } = source;
    const held = verifyMetadata({ firstRoot, target, metadata, trustedRoot });
    for (const root of source.roots) {
      const problem = unusableBecause(
        { ...root, type: 'tuf', trustedRoot: held.trustedRoot },
        production,
      );
      if (problem) {
        throw new Error(problem);
      }
    }
    const materialHash = createHash('sha256').update(trustedRoot).digest('hex');
    return { ...held, materialHash };
  }

  refreshOf(maxAgeMs: number, now: Date): RefreshState {
    const { startedAt } = this.#options;
    const mark = this.#mark;
    const held = this.#held;
    // That of bytes that are not in force would make an old root look new.
    const signedSince = this.#heldMark?.signedSince ?? null;
    const age = freshnessOf({
      now,
      since: signedSince ?? mark?.firstSeenAt ?? startedAt,
      maxAgeMs,
      signedUntil: held?.signedUntil ?? null,
      past: [mark?.clockSeenAt ?? null, held?.signedAt ?? this.#shippedAt],
    });
    return {
      lastSuccessAt: mark?.lastSuccessAt ?? null,
      signedSince,
      staleAt: age.staleAt,
      stale: age.stale,
      nextTryAt: mark?.nextTryAt ?? null,
      problem: age.clock ?? mark?.problem ?? null,
    };
  }
}

/** Changes when a row's bytes do. */
function bytesOf({
  rootVersion,
  timestampVersion,
  materialHash,
}: TrustMark): string {
  return `${rootVersion} ${timestampVersion} ${materialHash}`;
}
