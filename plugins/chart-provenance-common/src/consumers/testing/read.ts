import { readConsumers } from '../readConsumers';
import { ConsumerReading } from '../types';

/** Reads manifests of one place. */
export function readAll(...values: unknown[]) {
  return readConsumers(values.map(value => ({ kind: 'manifest', value })));
}

/** The only consumer in the manifests; fails the test when there is another number, or a problem. */
export function readOne(...values: unknown[]): ConsumerReading {
  const { consumers, problems } = readAll(...values);
  expect(problems).toEqual([]);
  expect(consumers).toHaveLength(1);
  return consumers[0].reading;
}

export function rulesOf({ findings }: ConsumerReading): string[] {
  return findings.map(({ rule }) => rule).sort();
}
