import { YamlPlace } from '../../read/yaml';

/** An object of the Kubernetes API, and where it stands. */
export interface ManifestObject {
  /** API group; empty for the core. */
  group: string;
  kind: string;
  root: YamlPlace;
}

const MAX_DEPTH = 3;

/** The objects in documents, those in lists among them. */
export function objectsIn(roots: readonly YamlPlace[]): ManifestObject[] {
  return roots.flatMap(root => objectsOf(root, 0));
}

function objectsOf(root: YamlPlace, depth: number): ManifestObject[] {
  const kind = root.textAt('kind');
  const version = root.textAt('apiVersion');
  if (kind === undefined || version === undefined || depth > MAX_DEPTH) {
    return [];
  }
  const items = root.at('items');
  if (kind.endsWith('List') && items) {
    return items.items.flatMap(item => objectsOf(item, depth + 1));
  }
  const [group, name] = version.split('/');
  return [{ group: name ? group : '', kind, root }];
}

/** `namespace/name` of an object; undefined without a name. */
export function nameOf({ root }: ManifestObject): string | undefined {
  const name = root.textAt('metadata', 'name');
  return name === undefined
    ? undefined
    : `${root.textAt('metadata', 'namespace') ?? ''}/${name}`;
}
