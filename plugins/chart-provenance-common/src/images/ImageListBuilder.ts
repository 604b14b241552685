import { oneLine } from '../consumers/json/oneLine';
import { parseImageReference } from './parseImageReference';
import { FoundImage, ImageList } from './types';

const MAX_IMAGES = 200;
const MAX_USERS = 20;
const MAX_WRITTEN = 500;
const MAX_PROBLEMS = 3;

/**
 * Gathers images: each once, however many objects hold it, and bounded.
 *
 * @internal
 */
export class ImageListBuilder {
  readonly #found = new Map<string, FoundImage>();
  readonly #problems: string[] = [];
  #more = 0;
  #cut = false;

  /**
   * Adds what is written for an image.
   *
   * @param usedBy - e.g. `Deployment/payments`
   * @returns false when it is no reference of an image; then nothing is added
   */
  add(written: string, usedBy?: string): boolean {
    const reference = parseImageReference(written.trim());
    if (!reference) {
      return false;
    }
    const { registry, repository, tag, digest } = reference;
    this.addFound(
      {
        written: oneLine(written, MAX_WRITTEN),
        name: `${registry}/${repository}`,
        tag,
        digest,
      },
      usedBy,
    );
    return true;
  }

  /** The same for one that was read already. */
  addFound(found: Omit<FoundImage, 'usedBy'>, usedBy?: string): void {
    const key = JSON.stringify([found.name, found.tag, found.digest]);
    const known = this.#found.get(key);
    if (!known && this.#found.size >= MAX_IMAGES) {
      this.#cut = true;
      return;
    }
    const item = known ?? { ...found, usedBy: [] };
    this.#found.set(key, item);
    const user = usedBy === undefined ? '' : oneLine(usedBy, 200);
    if (
      user !== '' &&
      !item.usedBy.includes(user) &&
      item.usedBy.length < MAX_USERS
    ) {
      item.usedBy.push(user);
    }
  }

  /** Why there may be more than is listed, one sentence. The first few are told. */
  doubt(sentence: string): void {
    const line = oneLine(sentence, MAX_WRITTEN);
    if (this.#problems.includes(line)) {
      return;
    }
    if (this.#problems.length < MAX_PROBLEMS) {
      this.#problems.push(line);
    } else {
      this.#more += 1;
    }
  }

  /** There is more than was looked at. */
  markCut(): void {
    this.#cut = true;
  }

  list(): ImageList {
    const more = this.#more > 0 ? [`And ${this.#more} more of the kind.`] : [];
    const problem = [...this.#problems, ...more].join(' ');
    return {
      items: [...this.#found.values()].sort(byName),
      problem: problem === '' ? null : problem,
      cut: this.#cut,
    };
  }
}

function byName(a: FoundImage, b: FoundImage): number {
  return orderOf(a) < orderOf(b) ? -1 : 1;
}

function orderOf({ name, tag, digest }: FoundImage): string {
  return [name, tag ?? '', digest ?? ''].join(' ');
}
