import { ConsumerPattern } from '../../config';
import { isExcluded } from './isExcluded';

const MAX_FILE_BYTES = 1024 * 1024;
const MAX_FILES = 20_000;
const MAX_TOTAL_BYTES = 100 * 1024 * 1024;
const MAX_PATH = 1_000;

/** How much of a place is read. */
export interface TreeBounds {
  fileBytes: number;
  files: number;
  totalBytes: number;
}

/** What is read unless told. */
export const TREE_BOUNDS: TreeBounds = {
  fileBytes: MAX_FILE_BYTES,
  files: MAX_FILES,
  totalBytes: MAX_TOTAL_BYTES,
};

/**
 * Chooses the files of a tree before their contents are kept: YAML and Chart.lock, but for those that are excluded, within bounds. Whoever writes to the repository decides what is in
 * it, so that nothing but the bounds keeps memory in hand.
 */
export class TreeFilter {
  readonly #bounds: TreeBounds;
  readonly #chosen = new Map<string, boolean>();
  /** Files whose size is counted already. */
  readonly #told = new Set<string>();
  readonly #tooLarge: string[] = [];
  #files = 0;
  #bytes = 0;
  #left = 0;
  readonly #exclude: readonly ConsumerPattern[];
  #excluded = 0;

  constructor(
    bounds: TreeBounds = TREE_BOUNDS,
    exclude: readonly ConsumerPattern[] = [],
  ) {
    this.#bounds = bounds;
    this.#exclude = exclude;
  }

  /** How many files would have been read, were they not excluded. */
  get excluded(): number {
    return this.#excluded;
  }

  /** Files that are too large by themselves. */
  get tooLarge(): readonly string[] {
    return this.#tooLarge;
  }

  /** How many files had no place any more. */
  get left(): number {
    return this.#left;
  }

  /** As `readTree` asks it; some readers ask twice. */
  readonly accepts = (path: string, info?: { size: number }): boolean => {
    const known = this.#chosen.get(path);
    if (known !== undefined) {
      return known;
    }
    if (!isWanted(path)) {
      return false;
    }
    // First: what is excluded takes nobody else's place.
    if (this.#isExcluded(path)) {
      this.#chosen.set(path, false);
      return false;
    }
    const accepted = this.#fits(path, info?.size ?? 0);
    if (info) {
      this.#told.add(path);
    }
    this.#chosen.set(path, accepted);
    return accepted;
  };

  /** The same for a file that was read: some readers do not tell sizes beforehand. */
  acceptsContent(path: string, bytes: number): boolean {
    if (!this.#chosen.has(path) && this.#isExcluded(path)) {
      return false;
    }
    if (bytes > this.#bounds.fileBytes) {
      this.#tooLarge.push(path);
      return false;
    }
    if (this.#told.has(path)) {
      return true;
    }
    if (this.#bytes + bytes > this.#bounds.totalBytes) {
      this.#left += 1;
      return false;
    }
    this.#bytes += bytes;
    return true;
  }

  #isExcluded(path: string): boolean {
    const is = isExcluded(this.#exclude, path);
    this.#excluded += is ? 1 : 0;
    return is;
  }

  #fits(path: string, size: number): boolean {
    if (size > this.#bounds.fileBytes) {
      this.#tooLarge.push(path);
      return false;
    }
    if (
      this.#files >= this.#bounds.files ||
      this.#bytes + size > this.#bounds.totalBytes
    ) {
      this.#left += 1;
      return false;
    }
    this.#files += 1;
    this.#bytes += size;
    return true;
  }
}

function isWanted(path: string): boolean {
  return (
    path.length <= MAX_PATH && /(?:\.ya?ml|(?:^|\/)Chart\.lock)$/.test(path)
  );
}
