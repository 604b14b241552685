import { ObservedConsumer } from 'backstage-plugin-chart-provenance-node';
import { normaliseServer } from '../../config';
import { oneLine } from '../oneLine';

/** How Argo CD writes the cluster that it runs in itself. */
const IN_CLUSTER_NAME = 'in-cluster';
const IN_CLUSTER_SERVER =
  /^https:\/\/kubernetes\.default(?:\.svc(?:\.cluster\.local)?)?$/;
const MAX_LENGTH = 150;

/**
 * The cluster a consumer deploys to. Argo CD's `destination` wins over where the Application lives: by its name, or by the URL of its
 * API server, which the operator's `servers` give a name. A server that nobody named is shown by its address: it is a cluster of its
 * own, and not the one the Application lives in.
 */
export function clusterOf(
  { cluster, destination }: ObservedConsumer,
  servers: ReadonlyMap<string, string>,
): string | null {
  const name = destination?.name?.trim();
  if (name) {
    return name === IN_CLUSTER_NAME ? cluster : oneLine(name, MAX_LENGTH);
  }
  const written = destination?.server?.trim();
  if (!written) {
    return cluster;
  }
  const server = normaliseServer(written);
  if (server !== undefined && IN_CLUSTER_SERVER.test(server)) {
    return cluster;
  }
  const known = server === undefined ? undefined : servers.get(server);
  return (
    known ??
    oneLine((server ?? written).replace(/^https?:\/\//, ''), MAX_LENGTH)
  );
}
