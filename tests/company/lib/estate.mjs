// Everything the story stands on: a chart repository, a registry, a cluster and the backend. All of it on loopback, none of it kept.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveLegacy } from '../../../examples/legacy/serve.mjs';
import { openApi } from '../../../packages/interop/src/bench/product/readProduct.ts';
import { startBackend } from '../../../packages/interop/src/bench/product/startBackend.ts';
import { devRegistry } from '../../../packages/interop/src/registries/devRegistry.ts';
import { startKubernetesApi } from '../../../packages/interop/src/services/kubernetes/kubernetesApi.ts';
import { apply } from '../../../packages/interop/src/services/kubernetes/resources.ts';
import { companyConfig } from './config.mjs';

export const CLUSTER = 'prod-eu';
const NAMESPACES = ['argocd', 'shop'];

/**
 * @param tools a toolbox with `helm`, `etcd`, `kube-apiserver` and `kubectl`
 * @returns the estate; `stop()` ends all of it and removes what it kept
 */
export async function startEstate(tools, say) {
  const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-company-'));
  const running = [];
  const stop = async () => {
    for (const each of running.splice(0).reverse()) {
      await (each.stop ?? each.close)();
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const started = async service => {
    running.push(await service);
    return service;
  };
  try {
    const legacyFolder = join(folder, 'legacy');
    mkdirSync(legacyFolder);
    const legacy = await started(serveLegacy({ root: legacyFolder }));
    const registry = await started(devRegistry.start(tools, folder));
    say('starting an API server');
    const kubernetes = await started(startKubernetesApi(tools, [CLUSTER]));
    const cluster = kubernetes.clusters.get(CLUSTER);
    for (const name of NAMESPACES) {
      await apply(cluster.admin, {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name },
      });
    }
    say('starting the backend');
    const home = join(folder, 'backend');
    mkdirSync(home);
    const backend = await started(
      startBackend(home, companyConfig({ folder, legacy, registry, cluster })),
    );
    const api = await openApi(backend.base);
    const kubeconfig = writeKubeconfig(folder, cluster);
    return {
      ...{ folder, legacyFolder, legacy, registry, cluster, api, kubeconfig },
      ...{ tools, stop },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** For kubectl, as somebody of the platform team who may change things. */
function writeKubeconfig(folder, { url, certificates, adminToken }) {
  const path = join(folder, 'kubeconfig.json');
  const authority = Buffer.from(certificates).toString('base64');
  const name = 'company';
  writeFileSync(
    path,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': name,
      contexts: [{ name, context: { cluster: name, user: name } }],
      clusters: [
        {
          name,
          cluster: { server: url, 'certificate-authority-data': authority },
        },
      ],
      users: [{ name, user: { token: adminToken } }],
    }),
    { mode: 0o600 },
  );
  return path;
}
