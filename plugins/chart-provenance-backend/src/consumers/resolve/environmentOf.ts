import {
  ConsumerEnvironment,
  ConsumerPattern,
  matchPattern,
} from '../../config';
import { ConsumerPlace } from './placeOf';

/** Name of the first environment that matches, or null. */
export function environmentOf(
  { cluster, namespace, path }: ConsumerPlace,
  environments: readonly ConsumerEnvironment[],
): string | null {
  const found = environments.find(
    environment =>
      meets(environment.clusters, cluster) &&
      meets(environment.namespaces, namespace) &&
      meets(environment.paths, path),
  );
  return found?.name ?? null;
}

function meets(
  patterns: readonly ConsumerPattern[] | undefined,
  text: string | null,
): boolean {
  return (
    patterns === undefined ||
    (text !== null &&
      patterns.some(pattern => matchPattern(pattern, text) !== undefined))
  );
}
