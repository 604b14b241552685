import type {
  ConsumerList,
  ConsumerRow,
} from 'backstage-plugin-chart-provenance-common';
import type { ExpectedRow } from './expected.ts';

/** By the configuration: where it deploys to counts, not where it was found. */
function environmentOf({ cluster }: ExpectedRow): string | null {
  switch (cluster) {
    case 'prod-eu':
    case 'prod-ap':
    // In whichever region: each is called `prod-` something.
    case 'prod-{{.region}}':
      return 'production';
    case 'staging':
      return 'staging';
    default:
      return null;
  }
}

/** Every difference between what the API must say of a chart's consumers and what it says; empty when there is none. */
export function compareRows(
  expected: readonly ExpectedRow[],
  { items }: Pick<ConsumerList, 'items'>,
): string[] {
  const seen = new Map(items.map(row => [keyOf(row), row]));
  const wanted = new Set(expected.map(row => `${row.kind} ${row.object}`));
  return [
    ...expected.flatMap(row => {
      const key = `${row.kind} ${row.object}`;
      const found = seen.get(key);
      return found ? differences(key, row, found) : [`${key} is missing`];
    }),
    ...[...seen.keys()]
      .filter(key => !wanted.has(key))
      .map(key => `${key} is none of its consumers`),
    ...(seen.size === items.length ? [] : ['a consumer is there twice']),
  ];
}

function keyOf({ kind, namespace, name }: ConsumerRow): string {
  return `${kind} ${namespace}/${name}`;
}

function differences(
  key: string,
  expected: ExpectedRow,
  found: ConsumerRow,
): string[] {
  const { gate, runs } = expected;
  const pairs: [string, unknown, unknown][] = [
    ['source', expected.source, found.where.source.replace(/^git:.*/, 'git')],
    ['cluster', expected.cluster, found.where.cluster],
    ['environment', environmentOf(expected), found.environment],
    ['path', expected.path ?? null, found.where.path],
    ['entityRef', expected.entityRef ?? null, found.entityRef],
    ['form', expected.form, found.form],
    ['from', expected.from, found.from],
    ['pin', expected.pin, found.pin],
    ['runs', runs, found.runs && runningOf(found.runs)],
    ...(gate ? [['gate', gate, found.gate.strength] as const] : []),
  ].map(([what, want, is]) => [String(what), want, is]);
  return pairs
    .filter(([, want, is]) => JSON.stringify(want) !== JSON.stringify(is))
    .map(
      ([what, want, is]) =>
        `${key}: ${what} is ${JSON.stringify(is)} and not ${JSON.stringify(
          want,
        )}`,
    );
}

function runningOf({
  version,
  digest,
  verdict,
}: NonNullable<ConsumerRow['runs']>) {
  return { version, digest, verdict: verdict?.status ?? null };
}
