import { at, isRecord } from '../consumers/json/readJson';
import { oneLine } from '../consumers/json/oneLine';
import { ImageListBuilder } from './ImageListBuilder';
import { parseImageReference } from './parseImageReference';
import { ImageList } from './types';

const MAX_NODES = 20_000;
const MAX_DEPTH = 32;
/** Larger numbers are rendered as `1e+06`, and one with a fraction has lost the noughts at its end. */
const MAX_TAG_NUMBER = 999_999;

const ALWAYS =
  'Read off the default values: templates may deploy others, or more.';
const MOVED =
  'The values set a registry for all images, so those without one of their own are left out.';

class ValuesReading {
  readonly found = new ImageListBuilder();
  #nodes = 0;

  constructor(private readonly moved: boolean) {}

  look(value: unknown, depth: number): void {
    if (typeof value !== 'object' || value === null) {
      return;
    }
    this.#nodes += 1;
    if (this.#nodes > MAX_NODES || depth > MAX_DEPTH) {
      this.found.markCut();
      return;
    }
    if (at(value, 'enabled') === false) {
      return;
    }
    for (const [key, entry] of Object.entries(value)) {
      if (/(?:^i|I)mage$/.test(key)) {
        this.#image(entry);
      }
      this.look(entry, depth + 1);
    }
  }

  #image(entry: unknown): void {
    if (typeof entry === 'string') {
      // A bare word is as often the name of something else.
      if (/[/:@]/.test(entry)) {
        this.found.add(entry);
      }
      return;
    }
    const repository = at(entry, 'repository');
    if (!isRecord(entry) || typeof repository !== 'string') {
      return;
    }
    const registry = at(entry, 'registry');
    if (this.moved && !hasHost(registry, repository)) {
      this.found.doubt(MOVED);
      return;
    }
    this.#parts(registry, repository, entry);
  }

  #parts(registry: unknown, repository: string, entry: object): void {
    const name =
      typeof registry === 'string' && registry !== ''
        ? `${registry}/${repository}`
        : repository;
    const tag = tagOf(at(entry, 'tag'));
    const digest = at(entry, 'digest');
    const written = [
      name,
      tag === '' ? '' : `:${tag}`,
      typeof digest === 'string' && digest !== '' ? `@${digest}` : '',
    ].join('');
    const reference = parseImageReference(written);
    if (reference) {
      const isTold = tag !== '' || /:[^/]*$/.test(repository);
      this.found.addFound({
        written: oneLine(written, 500),
        name: `${reference.registry}/${reference.repository}`,
        tag: isTold ? reference.tag : null,
        digest: reference.digest,
      });
    }
  }
}

/**
 * Reads the images off a chart's default values, as far as they are certain: `image: registry/name:tag`, and `image` (or a key that ends with
 * it, as in `sidecarImage`) with `repository` and perhaps `registry`, `tag` and `digest`. What stands below `enabled: false` is left out. A tag
 * that is missing is the template's to fill in: it is not known. Such a list is never whole.
 *
 * @param values - parsed `values.yaml`
 * @public
 */
export function readValuesImages(values: unknown): ImageList {
  const reading = new ValuesReading(
    typeof at(values, 'global', 'imageRegistry') === 'string' &&
      at(values, 'global', 'imageRegistry') !== '',
  );
  reading.look(values, 0);
  reading.found.doubt(ALWAYS);
  return reading.found.list();
}

function hasHost(registry: unknown, repository: string): boolean {
  return (
    (typeof registry === 'string' && registry !== '') ||
    /^[^/]*[.:][^/]*\//.test(repository)
  );
}

function tagOf(tag: unknown): string {
  if (typeof tag === 'number') {
    return Number.isInteger(tag) && tag >= 0 && tag <= MAX_TAG_NUMBER
      ? String(tag)
      : '';
  }
  return typeof tag === 'string' ? tag : '';
}
