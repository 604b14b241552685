import { LocatedObject } from '../documents';
import { at, isTemplated, JsonRecord } from '../json';

const MAX_CANDIDATES = 1_000;
/** As long a text as references are read. */
const MAX_NAME = 2_048;

/** Where a reference to another object is looked up from. */
export interface FluxReference {
  kind: string;
  name: string;
  namespace: string | undefined;
  /** Folder of the document that refers; undefined in a cluster. */
  folder: string | undefined;
}

/** What a reference leads to, or why to nothing: one sentence. */
export type FluxLookup =
  | { object: JsonRecord }
  | { missing: string; ambiguous: boolean };

/**
 * The Flux objects of one place, found by what names them, once all are added. In a cluster that is exact. In Git several folders may define the same object for
 * different clusters, and kustomize may set the namespace: then the nearest folder counts, and two that are equally near and differ are
 * no answer.
 */
export class FluxObjects {
  /** By namespace, empty where none is written: others' objects of that name shall crowd out nobody's. */
  readonly #byName = new Map<string, Map<string, LocatedObject[]>>();
  /** Numbers of what matters in an object: equal where it is equal. Objects can be long, and named by many. */
  readonly #numbers = new Map<string, number>();
  readonly #numberOf = new WeakMap<JsonRecord, Map<string, number>>();
  readonly #found = new Map<string, LocatedObject[]>();

  add(located: LocatedObject): void {
    const name = at(located.object, 'metadata', 'name');
    if (
      typeof name !== 'string' ||
      name.length > MAX_NAME ||
      isPiece(located)
    ) {
      return;
    }
    const key = `${located.kind}/${name}`;
    const spaces = this.#byName.get(key) ?? new Map<string, LocatedObject[]>();
    this.#byName.set(key, spaces);
    const namespace = namespaceOf(located) ?? '';
    const known = spaces.get(namespace);
    if (!known) {
      spaces.set(namespace, [located]);
    } else if (known.length < MAX_CANDIDATES) {
      known.push(located);
    }
  }

  /** `matters` are the parts of its spec that matter: candidates that agree in them are one. The whole spec unless told. */
  find(reference: FluxReference, matters?: readonly string[]): FluxLookup {
    const { kind, name, namespace } = reference;
    const what = `${kind} ${[namespace, name].filter(Boolean).join('/')}`;
    if (isTemplated(what)) {
      return {
        missing: 'It names an object by a template.',
        ambiguous: false,
      };
    }
    const nearest = this.#nearest(reference);
    if (nearest.length === 0) {
      return {
        missing: `It names ${what}, which was not found.`,
        ambiguous: false,
      };
    }
    const differing = new Set(
      nearest.map(({ object }) => this.#number(object, matters)),
    );
    return differing.size > 1
      ? {
          missing: `It names ${what}, and several that differ were found.`,
          ambiguous: true,
        }
      : { object: nearest[0].object };
  }

  #number(object: JsonRecord, matters?: readonly string[]): number {
    const numbers = this.#numberOf.get(object) ?? new Map<string, number>();
    this.#numberOf.set(object, numbers);
    const parts = JSON.stringify(matters ?? null);
    const known = numbers.get(parts);
    if (known !== undefined) {
      return known;
    }
    const text = JSON.stringify(
      matters
        ? matters.map(key => at(object, 'spec', key))
        : at(object, 'spec'),
    );
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    numbers.set(parts, number);
    return number;
  }

  /** Many objects of one folder refer to the same one. */
  #nearest(reference: FluxReference): LocatedObject[] {
    const { kind, name, namespace, folder } = reference;
    const key = JSON.stringify([kind, name, namespace, folder]);
    const known = this.#found.get(key);
    if (known) {
      return known;
    }
    const nearest = nearestTo(reference, this.#candidates(reference));
    this.#found.set(key, nearest);
    return nearest;
  }

  /** Those with the namespace; else, where one of both is not written down, those with the name. */
  #candidates({ kind, name, namespace }: FluxReference): LocatedObject[] {
    const spaces = this.#byName.get(`${kind}/${name}`);
    const exact = spaces?.get(namespace ?? '') ?? [];
    if (exact.length > 0 || !spaces) {
      return exact;
    }
    return namespace === undefined
      ? [...spaces.values()].flat().slice(0, MAX_CANDIDATES)
      : spaces.get('') ?? [];
  }
}

/** Something for kustomize to put into the whole object, which stands elsewhere. */
function isPiece({ kind, object }: LocatedObject): boolean {
  const essence = kind === 'HelmChart' ? 'chart' : 'url';
  return at(object, 'spec', essence) === undefined;
}

function namespaceOf({ object }: LocatedObject): string | undefined {
  const namespace = at(object, 'metadata', 'namespace');
  return typeof namespace === 'string' && namespace ? namespace : undefined;
}

function nearestTo(
  { folder }: FluxReference,
  candidates: LocatedObject[],
): LocatedObject[] {
  if (candidates.length < 2) {
    return candidates;
  }
  const nearness = candidates.map(found => sharedFolders(folder, found.folder));
  const best = Math.max(...nearness, 0);
  return candidates.filter((_, index) => nearness[index] === best);
}

/** How many folders from the top two paths share. */
function sharedFolders(a = '', b = ''): number {
  const left = `${a}/`;
  const right = `${b}/`;
  let shared = 0;
  for (let n = 0; n < left.length && left[n] === right[n]; n += 1) {
    shared += left[n] === '/' ? 1 : 0;
  }
  return shared;
}
