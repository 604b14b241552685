import { LocatedObject } from '../documents';
import { at } from '../json';

const MAX_NAME = 2_048;

/**
 * Which sources something else deploys from, so that no use of a chart is counted twice: by name, wherever the folder is, because a
 * source that is used anywhere is accounted for there.
 */
export class SourceUsers {
  readonly #used = new Set<string>();
  /** By what applies manifests: none of them is a chart, whatever else is said of it. */
  readonly #applied = new Set<string>();

  /** Takes note of what an object deploys from. */
  add({ kind, object }: LocatedObject): void {
    const namespace = text(at(object, 'metadata', 'namespace'));
    if (kind === 'HelmRelease') {
      note(this.#used, at(object, 'spec', 'chartRef'), namespace);
      this.#noteMade(object, namespace);
    } else if (kind === 'Kustomization') {
      note(this.#applied, at(object, 'spec', 'sourceRef'), namespace);
    }
  }

  /** A release deploys from it, or it is what Flux makes of one. */
  uses(located: LocatedObject): boolean {
    const { kind, object } = located;
    return (
      isIn(this.#used, located) ||
      (kind === 'HelmChart' &&
        this.#used.has(madeKey(nameIn(object), at(object, 'spec', 'chart'))))
    );
  }

  /** A Kustomization names it. */
  applies(located: LocatedObject): boolean {
    return isIn(this.#applied, located);
  }

  /**
   * The HelmChart that Flux makes of a HelmRelease's `chart`, in the namespace of its source. Its name is put together of two, so that others may make
   * the same: it must be the same chart, too.
   */
  #noteMade(object: unknown, namespace: string): void {
    const name = text(at(object, 'metadata', 'name'));
    const spec = at(object, 'spec', 'chart', 'spec');
    const there = text(at(spec, 'sourceRef', 'namespace')) || namespace;
    const chart = at(spec, 'chart');
    this.#used.add(madeKey(`${there}/${namespace}-${name}`, chart));
    const made = text(at(object, 'status', 'helmChart'));
    if (made) {
      this.#used.add(madeKey(made, chart));
    }
  }
}

function isIn(
  used: ReadonlySet<string>,
  { kind, object }: LocatedObject,
): boolean {
  const name = text(at(object, 'metadata', 'name'));
  const namespace = text(at(object, 'metadata', 'namespace'));
  return (
    used.has(keyOf(kind, namespace, name)) ||
    // In Git kustomize may set the namespace of either.
    used.has(keyOf(kind, '', name)) ||
    (namespace === '' && used.has(keyOf(kind, '*', name)))
  );
}

function note(used: Set<string>, reference: unknown, namespace: string): void {
  const kind = text(at(reference, 'kind'));
  const name = text(at(reference, 'name'));
  const there = text(at(reference, 'namespace')) || namespace;
  used.add(keyOf(kind, there, name));
  used.add(keyOf(kind, '*', name));
}

/** `namespace/name`. */
function nameIn(object: unknown): string {
  const namespace = text(at(object, 'metadata', 'namespace'));
  return `${namespace}/${text(at(object, 'metadata', 'name'))}`;
}

function madeKey(name: string, chart: unknown): string {
  return `made/${name}#${text(chart)}`;
}

function keyOf(kind: string, namespace: string, name: string): string {
  return `${kind}/${namespace}/${name}`;
}

/** Nothing longer is a name that Kubernetes takes; kept as keys, they would take as much memory again. */
function text(value: unknown): string {
  return typeof value === 'string' && value.length <= MAX_NAME ? value : '';
}
