import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ApiClient } from '../bench/product/ApiClient.ts';
import { openApi } from '../bench/product/readProduct.ts';
import { startBackend } from '../bench/product/startBackend.ts';
import type { Daemon } from '../process/daemon.ts';
import { startExampleRegistry } from '../registries/devRegistry.ts';
import {
  startKubernetesApi,
  type Cluster,
} from '../services/kubernetes/kubernetesApi.ts';
import { apply } from '../services/kubernetes/resources.ts';
import type { Toolbox } from '../tools/toolbox.ts';
import { clusterConfig } from './clusterConfig.ts';
import { startGitHost } from './gitHost.ts';
import { argoManifests } from './manifests/argo.ts';
import { fluxManifests } from './manifests/flux.ts';
import { storeBrokenObjects } from './manifests/neighbours.ts';
import { exampleDigests } from './manifests/exampleDigests.ts';
import type { Place } from './manifests/Place.ts';

const LEGACY = 'https://charts.acme.example';
const NAMESPACES = ['argocd', 'shop'];

/** Two clusters with the example company's consumers, its registry, and a backend that has the real Kubernetes plugin. */
export interface ClusterGround {
  prod: Cluster;
  staging: Cluster;
  place: Place;
  api: ApiClient;
  stop(): Promise<void>;
}

/** @param folder - for what the backend keeps; whoever made it removes it. */
export async function startClusterGround(
  tools: Toolbox,
  folder: string,
  say: (line: string) => void,
): Promise<ClusterGround> {
  const daemons: Daemon[] = [];
  const stop = async () => {
    for (const daemon of daemons.splice(0).reverse()) {
      await daemon.stop();
    }
  };
  try {
    say('starting two API servers on one etcd');
    const kubernetes = await startKubernetesApi(tools, ['prod-eu', 'staging']);
    daemons.push(kubernetes);
    const [prod, staging] = kubernetes.clusters.values();
    const registry = await startExampleRegistry();
    daemons.push(registry);
    const git = await startGitHost(folder, registry.host, LEGACY);
    daemons.push(git);
    const place = placeOf(registry.host, git.host, [prod, staging]);
    say('applying what Argo CD and Flux would hold');
    for (const { admin } of [prod, staging]) {
      await createNamespaces(admin);
      await storeBrokenObjects(admin, kubernetes.definitions);
    }
    await applyAll(prod, argoManifests(place));
    await applyAll(staging, fluxManifests(place));
    say('starting the backend with the Kubernetes plugin');
    const home = join(folder, 'backend');
    mkdirSync(home);
    const backend = await startBackend(
      home,
      clusterConfig([prod, staging], place),
    );
    daemons.push(backend);
    return {
      ...{ prod, staging, place, stop },
      api: await openApi(backend.base),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function createNamespaces(admin: Cluster['admin']): Promise<void> {
  for (const name of NAMESPACES) {
    await apply(admin, {
      ...{ apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
    });
  }
}

async function applyAll(
  { admin }: Cluster,
  manifests: ReturnType<typeof argoManifests>,
): Promise<void> {
  for (const manifest of manifests) {
    await apply(admin, manifest);
  }
}

function placeOf(
  registry: string,
  git: string,
  clusters: readonly Cluster[],
): Place {
  return {
    ...{ registry, git, legacy: LEGACY, digest: exampleDigests() },
    destination: name => {
      const found = clusters.find(cluster => cluster.name === name);
      if (found === undefined) {
        throw new Error(`there is no cluster ${name}`);
      }
      return { server: found.url };
    },
  };
}
