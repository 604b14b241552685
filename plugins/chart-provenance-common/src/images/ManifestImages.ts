import { at, isRecord } from '../consumers/json/readJson';
import { ImageListBuilder } from './ImageListBuilder';
import { ImageList } from './types';

/** Objects and lists of one chart that are looked into. */
const MAX_NODES = 200_000;
const MAX_DEPTH = 64;

const CONTAINERS: ReadonlySet<string> = new Set([
  'containers',
  'initContainers',
  'ephemeralContainers',
]);

/** API groups of Kubernetes itself: their objects name images in containers and image volumes, and nowhere else. */
const BUILT_IN =
  /^(?:v1|(?:apps|batch|autoscaling|policy|extensions)\/.+|[a-z0-9.-]+\.k8s\.io\/.+)$/;

/**
 * Reads the images off rendered manifests, document by document. In objects of Kubernetes: of every container, init container, ephemeral
 * container and image volume, wherever a pod is described. In custom resources also of every field `image` that is a text and reads as
 * a reference: what an operator makes of other fields nobody here can tell.
 *
 * Bounded: what is beyond the limits is told.
 *
 * @public
 */
export class ManifestImages {
  readonly #found = new ImageListBuilder();
  #nodes = 0;

  /** One parsed document; what is no object holds nothing. */
  add(document: unknown): void {
    if (!isRecord(document)) {
      return;
    }
    const items = at(document, 'items');
    if (/List$/.test(textOf(document, 'kind')) && Array.isArray(items)) {
      items.forEach(item => this.add(item));
      return;
    }
    const apiVersion = textOf(document, 'apiVersion');
    const place = {
      usedBy: usedByOf(document),
      custom: !BUILT_IN.test(apiVersion) && apiVersion !== '',
    };
    this.#look(document, place, 0);
  }

  /** A document that could not be read may hold images. */
  unread(why: string): void {
    this.#found.doubt(`A rendered document could not be read: ${why}`);
  }

  list(): ImageList {
    return this.#found.list();
  }

  #look(value: unknown, place: Place, depth: number): void {
    if (typeof value !== 'object' || value === null) {
      return;
    }
    this.#nodes += 1;
    if (this.#nodes > MAX_NODES || depth > MAX_DEPTH) {
      this.#found.markCut();
      this.#found.doubt('There is more in its manifests than is looked into.');
      return;
    }
    if (Array.isArray(value)) {
      value.forEach(entry => this.#look(entry, place, depth + 1));
      return;
    }
    for (const [key, entry] of Object.entries(value)) {
      this.#field(key, entry, place);
      this.#look(entry, place, depth + 1);
    }
  }

  #field(key: string, entry: unknown, place: Place): void {
    if (CONTAINERS.has(key) && Array.isArray(entry)) {
      entry.forEach(container => this.#container(container, place));
    } else if (key === 'volumes' && Array.isArray(entry)) {
      entry.forEach(volume => {
        const reference = at(volume, 'image', 'reference');
        if (typeof reference === 'string') {
          this.#certain(reference, place);
        }
      });
    } else if (key === 'image' && place.custom && typeof entry === 'string') {
      // It may as well be a picture, or the name of a machine's disk.
      this.#found.add(entry, place.usedBy);
    }
  }

  #container(container: unknown, place: Place): void {
    const image = at(container, 'image');
    if (typeof image === 'string' && image.trim() !== '') {
      this.#certain(image, place);
    } else if (isRecord(container) && !place.custom) {
      this.#found.doubt(`A container of ${place.usedBy} names no image.`);
    }
  }

  #certain(written: string, place: Place): void {
    if (!this.#found.add(written, place.usedBy)) {
      this.#found.doubt(`${place.usedBy} names an image that is no reference.`);
    }
  }
}

interface Place {
  usedBy: string;
  custom: boolean;
}

function usedByOf(document: unknown): string {
  const kind = textOf(document, 'kind') || 'An object';
  const name = at(document, 'metadata', 'name');
  return typeof name === 'string' ? `${kind}/${name}` : kind;
}

function textOf(document: unknown, key: string): string {
  const text = at(document, key);
  return typeof text === 'string' ? text.slice(0, 253) : '';
}
