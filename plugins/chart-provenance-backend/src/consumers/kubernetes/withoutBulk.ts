import { isRecord } from './isRecord';

type JsonRecord = Record<string, unknown>;

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/** Where in an Application or ApplicationSet sources of charts stand, with their values. */
const SOURCE_HOLDERS: readonly (readonly string[])[] = [
  ['spec'],
  ['spec', 'template', 'spec'],
  ['status', 'sync', 'comparedTo'],
  ['status', 'operationState', 'syncResult'],
];

/** Nothing in them tells of a chart, and they are most of an object. */
const BULK: readonly (readonly string[])[] = [
  ['metadata', 'managedFields'],
  ['metadata', 'annotations', LAST_APPLIED],
  ['status', 'resources'],
  ['status', 'operationState', 'operation'],
  ['status', 'operationState', 'syncResult', 'resources'],
];

/**
 * Takes out of an object, in place, what is long and of no use: who manages which field, what was deployed by the chart, and values,
 * which are the consumer's own business and may hold secrets.
 */
export function withoutBulk(object: JsonRecord): JsonRecord {
  for (const path of BULK) {
    const holder = recordAt(object, path.slice(0, -1));
    delete holder?.[path[path.length - 1]];
  }
  if (object.kind === 'HelmRelease') {
    delete recordAt(object, ['spec'])?.values;
  }
  if (object.kind === 'Kustomization') {
    // Patches and substitutions are values too; all that matters is what it deploys from.
    object.spec = { sourceRef: recordAt(object, ['spec'])?.sourceRef };
    delete object.status;
  }
  if (object.kind === 'ApplicationSet') {
    delete recordAt(object, ['spec'])?.generators;
  }
  for (const path of SOURCE_HOLDERS) {
    withoutValues(recordAt(object, path));
  }
  const history = recordAt(object, ['status'])?.history;
  if (Array.isArray(history)) {
    history.forEach(withoutValues);
  }
  return object;
}

function withoutValues(holder: unknown): void {
  if (!isRecord(holder)) {
    return;
  }
  const sources = Array.isArray(holder.sources) ? holder.sources : [];
  for (const source of [holder.source, ...sources]) {
    if (isRecord(source) && isRecord(source.helm)) {
      source.helm = {};
    }
  }
}

function recordAt(
  object: JsonRecord,
  path: readonly string[],
): JsonRecord | undefined {
  let value: unknown = object;
  for (const key of path) {
    value =
      isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  }
  return isRecord(value) ? value : undefined;
}
