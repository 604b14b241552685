import { LocatedObject } from '../documents';
import { at, isTemplated, JsonRecord } from '../json';

const MAX_CANDIDATES = 1_000;

/** Where a reference to another object is looked up from. */
export interface FluxReference {
  kind: string;
  name: string;
  namespace: string | undefined;
  /** Folder of the document that refers; undefined in a cluster. */
  folder: string | undefined;
}

/** What a reference leads to, or why to nothing: one sentence. */
export type FluxLookup = { object: JsonRecord } | { missing: string };

/**
 * The Flux objects of one place, found by what names them, once all are added. In a cluster that is exact. In Git several folders may define the same object for
 * different clusters, and kustomize may set the namespace: then the nearest folder counts, and two that are equally near and differ are
 * no answer.
 */
export class FluxObjects {
  readonly #byName = new Map<string, LocatedObject[]>();
  readonly #found = new Map<string, LocatedObject[]>();

  add(located: LocatedObject): void {
    const name = at(located.object, 'metadata', 'name');
    if (typeof name !== 'string' || isPiece(located)) {
      return;
    }
    const key = `${located.kind}/${name}`;
    const known = this.#byName.get(key);
    if (!known) {
      this.#byName.set(key, [located]);
    } else if (known.length < MAX_CANDIDATES) {
      known.push(located);
    }
  }

  /** `reading` tells which part of an object matters: candidates that agree in it are one. */
  find(
    reference: FluxReference,
    reading: (object: JsonRecord) => unknown,
  ): FluxLookup {
    const { kind, name, namespace } = reference;
    const what = `${kind} ${[namespace, name].filter(Boolean).join('/')}`;
    if (isTemplated(what)) {
      return { missing: 'It names an object by a template.' };
    }
    const nearest = this.#nearest(reference);
    if (nearest.length === 0) {
      return { missing: `It names ${what}, which was not found.` };
    }
    const differing = new Set(
      nearest.map(({ object }) => JSON.stringify(reading(object))),
    );
    return differing.size > 1
      ? { missing: `It names ${what}, and several that differ were found.` }
      : { object: nearest[0].object };
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
    const named = this.#byName.get(`${kind}/${name}`) ?? [];
    const exact = named.filter(found => namespaceOf(found) === namespace);
    return exact.length > 0
      ? exact
      : named.filter(
          found => namespace === undefined || namespaceOf(found) === undefined,
        );
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
