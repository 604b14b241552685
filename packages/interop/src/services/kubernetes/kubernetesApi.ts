import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from '../../process/atExit.ts';
import { notRunnable, type Toolbox } from '../../tools/toolbox.ts';
import { installDefinitions, readDefinitions } from './customResources.ts';
import { startEtcd, type Etcd } from './etcd.ts';
import { startKubeApiServer, type KubeApiServer } from './kubeApiServer.ts';
import type { KubernetesObject } from './KubernetesClient.ts';
import {
  createReadOnlyAccount,
  shippedRole,
  type ClusterRole,
} from './readOnlyAccount.ts';

export const KUBERNETES_TOOLS = ['etcd', 'kube-apiserver'];

/** A cluster without nodes: a real API server that holds Argo CD's and Flux's resources. */
export interface Cluster extends KubeApiServer {
  /** As the Kubernetes plugin knows it. */
  name: string;
  /** Of an account that has the shipped read-only role and nothing else. */
  readerToken: string;
}

/** Real API servers over one etcd. */
export interface KubernetesApi {
  clusters: ReadonlyMap<string, Cluster>;
  /** As their projects publish them. */
  definitions: readonly KubernetesObject[];
  /** Ends the servers and removes what they kept. */
  stop(): Promise<void>;
}

/** @returns why it cannot run here, in one line; nothing when it can. */
export function kubernetesNotRunnable(tools: Toolbox): string | undefined {
  return notRunnable(tools, ...KUBERNETES_TOOLS);
}

/**
 * Starts clusters that serve the resources of Argo CD and Flux, each with a read-only account.
 *
 * @param names - of the clusters.
 * @param role - of the read-only accounts. Default: the one that operators are given.
 * @throws with a server's own words when it does not start.
 */
export async function startKubernetesApi(
  tools: Toolbox,
  names: readonly string[],
  role: ClusterRole = shippedRole(),
): Promise<KubernetesApi> {
  const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-kubernetes-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const forget = atExit(remove);
  const daemons: (Etcd | KubeApiServer)[] = [];
  const stop = async () => {
    for (const daemon of daemons.reverse()) {
      await daemon.stop();
    }
    remove();
    forget();
  };
  try {
    const definitions = await readDefinitions();
    const etcd = await startEtcd(tools, folder);
    daemons.push(etcd);
    const started = await Promise.allSettled(
      names.map(async name => {
        const server = await startKubeApiServer(tools, etcd, name, folder);
        daemons.push(server);
        await installDefinitions(server.admin, definitions);
        const readerToken = await createReadOnlyAccount(server.admin, role);
        return { ...server, name, readerToken };
      }),
    );
    // All of them, also where one has failed: what is still starting could not be stopped.
    const clusters = started.map(outcome => {
      if (outcome.status === 'rejected') {
        throw outcome.reason;
      }
      return outcome.value;
    });
    return {
      clusters: new Map(clusters.map(cluster => [cluster.name, cluster])),
      ...{ definitions, stop },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
