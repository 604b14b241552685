import { LocatedObject } from '../documents';
import { at } from '../json';

/**
 * Which sources something else deploys from, so that no use of a chart is counted twice: by name, wherever the folder is, because a
 * source that is used anywhere is accounted for there.
 */
export class SourceUsers {
  readonly #used = new Set<string>();

  /** Takes note of what an object deploys from. */
  add({ kind, object }: LocatedObject): void {
    const namespace = text(at(object, 'metadata', 'namespace'));
    if (kind === 'HelmRelease') {
      this.#note(at(object, 'spec', 'chartRef'), namespace);
      this.#noteMade(object, namespace);
    } else if (kind === 'Kustomization') {
      this.#note(at(object, 'spec', 'sourceRef'), namespace);
    }
  }

  uses({ kind, object }: LocatedObject): boolean {
    const name = text(at(object, 'metadata', 'name'));
    const namespace = text(at(object, 'metadata', 'namespace'));
    return (
      this.#used.has(keyOf(kind, namespace, name)) ||
      // In Git kustomize may set the namespace of either.
      this.#used.has(keyOf(kind, '', name)) ||
      (namespace === '' && this.#used.has(keyOf(kind, '*', name)))
    );
  }

  #note(reference: unknown, namespace: string): void {
    const kind = text(at(reference, 'kind'));
    const name = text(at(reference, 'name'));
    const there = text(at(reference, 'namespace')) || namespace;
    this.#used.add(keyOf(kind, there, name));
    this.#used.add(keyOf(kind, '*', name));
  }

  /** The HelmChart that Flux makes of a HelmRelease's `chart`, in the namespace of its source. */
  #noteMade(object: unknown, namespace: string): void {
    const name = text(at(object, 'metadata', 'name'));
    const source = at(object, 'spec', 'chart', 'spec', 'sourceRef');
    const there = text(at(source, 'namespace')) || namespace;
    this.#used.add(keyOf('HelmChart', there, `${namespace}-${name}`));
    const made = text(at(object, 'status', 'helmChart'));
    if (made) {
      this.#used.add(`HelmChart/${made}`);
    }
  }
}

function keyOf(kind: string, namespace: string, name: string): string {
  return `${kind}/${namespace}/${name}`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
