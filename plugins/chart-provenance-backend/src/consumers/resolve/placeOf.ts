import { ObservedConsumer } from 'backstage-plugin-chart-provenance-node';

/** Where a consumer is, as the operator's patterns see it. */
export interface ConsumerPlace {
  /** It deploys to. */
  cluster: string | null;
  /** It deploys into, where it says so; else the one it lives in. */
  namespace: string | null;
  name: string;
  /** Of its file, in Git. */
  path: string | null;
}

/** Argo CD's Applications mostly share one namespace, so it is the destination's that tells them apart. */
export function placeOf(
  { destination, namespace, name, path }: ObservedConsumer,
  cluster: string | null,
): ConsumerPlace {
  return {
    cluster,
    namespace: destination?.namespace || namespace,
    name,
    path,
  };
}
