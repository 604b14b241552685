import { readFile } from 'node:fs/promises';
import { LoggerService } from '@backstage/backend-plugin-api';
import { StaleRoot } from 'backstage-plugin-chart-provenance-common';
import { LoadedTrust, ReadText, RootConfig } from '../config';
import { TrustMark, TrustStore } from '../store';
import { RootInput } from '../verification';
import { FileHolder } from './FileHolder';
import { TufHolder } from './TufHolder';
import { Holder, RefreshState, TufSource } from './types';

const LOOK_MS = 30_000;

/** What a keeper needs. */
export interface TrustKeeperOptions {
  /** `trust.roots`, in the order they were configured. */
  roots: readonly RootConfig[];
  /** As they were loaded at start. */
  loaded: Pick<LoadedTrust, 'roots'>;
  sources: readonly TufSource[];
  store: Pick<TrustStore, 'marks' | 'read'>;
  logger: Pick<LoggerService, 'info' | 'warn'>;
  /** Refuses the root of the examples. Default: `NODE_ENV` is `production`. */
  production?: boolean;
  now?: () => Date;
  readText?: ReadText;
  /** Milliseconds between two looks at the table. 30 seconds unless told. */
  lookMs?: number;
}

/** Knows the newest trust roots there are, and how fresh they are: from the table that all replicas share, and from files. */
export class TrustKeeper {
  readonly #options: TrustKeeperOptions & { now: () => Date };
  readonly #tuf: readonly { key: string; holder: TufHolder }[];
  readonly #files: readonly FileHolder[];
  readonly #byRoot = new Map<string, Holder>();
  readonly #told: ((roots: RootInput[]) => Promise<void>)[] = [];
  /** What the listeners were last told. */
  #inForce: string;
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();

  /** Loads what is stored, so that a verifier starts with the newest that is known. */
  static async create(options: TrustKeeperOptions): Promise<TrustKeeper> {
    const keeper = new TrustKeeper(options);
    await keeper.#look();
    keeper.#inForce = keeper.#hash();
    return keeper;
  }

  private constructor(options: TrustKeeperOptions) {
    const {
      now = () => new Date(),
      production = process.env.NODE_ENV === 'production',
      readText = path => readFile(path, 'utf8'),
    } = options;
    this.#options = { ...options, now };
    const startedAt = now().toISOString();
    this.#tuf = options.sources.map(source => ({
      key: source.key,
      holder: new TufHolder({ ...options, source, startedAt, production }),
    }));
    this.#files = fileRootsOf(options).map(
      ({ root, input }) =>
        new FileHolder({ ...options, root, input, now, production, readText }),
    );
    for (const holder of [
      ...this.#tuf.map(one => one.holder),
      ...this.#files,
    ]) {
      holder.ids.forEach(id => this.#byRoot.set(id, holder));
    }
    this.#inForce = this.#hash();
  }

  /** The roots in force, in the order they were configured. */
  rootInputs(): RootInput[] {
    return this.#options.loaded.roots.map(input => {
      const material = this.#byRoot.get(input.id)?.material();
      if (!material) {
        return input;
      }
      const { trustedRoot, asOf } = material;
      return { ...input, trustedRoot, asOf };
    });
  }

  /** How fresh the roots are that are refreshed, by id. */
  states(now: Date): Map<string, RefreshState> {
    return new Map(
      this.#options.roots.flatMap(({ id, refresh }) => {
        const holder = this.#byRoot.get(id);
        return holder && refresh
          ? [[id, holder.refreshOf(refresh.maxAgeMs, now)] as const]
          : [];
      }),
    );
  }

  /** The roots that are stale. Cheap: it is asked whenever a verdict is read. */
  staleRoots(now: Date): StaleRoot[] {
    return staleRootsOf(this.states(now));
  }

  /**
   * Has `listener` called with the roots in force whenever they are others than before. One that rejects is called again at the next look.
   */
  onChanged(listener: (roots: RootInput[]) => Promise<void>): void {
    this.#told.push(listener);
  }

  /** Looks now and then, on its own: another replica may have stored something newer, a file may have been written. */
  start(): void {
    const { lookMs = LOOK_MS } = this.#options;
    this.#timer ??= setInterval(() => this.look(), lookMs);
    this.#timer.unref();
  }

  /** Stops looking. Resolves when nothing runs any more. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#timer = undefined;
    await this.#looking;
  }

  /** Looks at once, after a look that is under way, and tells the listeners what changed. Never rejects. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(async () => {
      try {
        await this.#look();
        await this.#tell();
      } catch (error) {
        this.#options.logger.warn(
          `Could not look for newer trust roots; those in force stay: ${error}`,
        );
      }
    });
    return this.#looking;
  }

  async #look(): Promise<void> {
    const marks = new Map<string, TrustMark>();
    if (this.#tuf.length > 0) {
      const keys = this.#tuf.map(({ key }) => key);
      for (const mark of await this.#options.store.marks(keys)) {
        marks.set(mark.source, mark);
      }
    }
    for (const { key, holder } of this.#tuf) {
      await holder.look(marks.get(key));
    }
    for (const holder of this.#files) {
      await holder.look();
    }
  }

  async #tell(): Promise<void> {
    const hash = this.#hash();
    if (hash === this.#inForce) {
      return;
    }
    const roots = this.rootInputs();
    for (const listener of this.#told) {
      await listener(roots);
    }
    this.#inForce = hash;
  }

  #hash(): string {
    return [...this.#byRoot]
      .map(([id, holder]) => `${id} ${holder.material()?.hash}`)
      .join('\n');
  }
}

function fileRootsOf({ roots, loaded }: TrustKeeperOptions) {
  return roots.flatMap(({ id, source, refresh, thresholds }) => {
    const input = loaded.roots.find(one => one.id === id);
    return input &&
      refresh &&
      (source.type === 'file' || source.type === 'github')
      ? [{ root: { id, source, refresh, thresholds }, input }]
      : [];
  });
}

/** Those of the roots that are stale. */
export function staleRootsOf(
  states: ReadonlyMap<string, Pick<RefreshState, 'stale' | 'staleAt'>>,
): StaleRoot[] {
  return [...states].flatMap(([id, { stale, staleAt }]) =>
    stale ? [{ id, since: staleAt }] : [],
  );
}
