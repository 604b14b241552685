import { at, isRecord, JsonRecord } from './json';

/** Lists in lists are nobody's honest manifest. */
const MAX_DEPTH = 3;

/** One object of a document, and where the document stands. */
export interface LocatedObject {
  /** Index into the documents given. */
  document: number;
  folder: string | undefined;
  /** API group, e.g. `argoproj.io`; empty for the core. */
  group: string;
  kind: string;
  object: JsonRecord;
}

/** The objects of a manifest, with the entries of lists in their place. What has no kind is passed over. */
export function* objectsOf(
  value: unknown,
  inherited: { apiVersion?: unknown; kind?: unknown } = {},
  depth = 0,
): Generator<Pick<LocatedObject, 'group' | 'kind' | 'object'>> {
  if (!isRecord(value) || depth > MAX_DEPTH) {
    return;
  }
  const kind = at(value, 'kind') ?? inherited.kind;
  const apiVersion = at(value, 'apiVersion') ?? inherited.apiVersion;
  if (typeof kind !== 'string') {
    return;
  }
  const items = at(value, 'items');
  if (kind.endsWith('List') && Array.isArray(items)) {
    // Entries of a typed list may leave out what they are.
    const entry = { apiVersion, kind: kind.slice(0, -4) || undefined };
    for (const item of items) {
      yield* objectsOf(item, entry, depth + 1);
    }
    return;
  }
  const [group, version] =
    typeof apiVersion === 'string' ? apiVersion.split('/') : [];
  yield { group: version ? group : '', kind, object: value };
}

/** `HelmRelease shop/payments`, as far as it can be told. */
export function nameObject({
  kind,
  object,
}: Pick<LocatedObject, 'kind' | 'object'>): string {
  const name = at(object, 'metadata', 'name');
  const namespace = at(object, 'metadata', 'namespace');
  const path = [namespace, name].filter(
    part => typeof part === 'string' && part.length <= 253,
  );
  return `${kind.slice(0, 100)} ${path.join('/')}`.trim();
}
