import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { KubernetesObject } from '../../services/kubernetes/KubernetesClient.ts';
import {
  readDefinitions,
  specOf,
} from '../../services/kubernetes/customResources.ts';
import { downloadModule } from '../../tools/moduleFolder.ts';

/** Where the definitions of policies are published; nothing but these bytes is taken. */
const PINS = [
  {
    module: 'github.com/kyverno/kyverno',
    version: 'v1.19.1',
    sum: 'h1:/MkgFii3/VlQfKR1JpC9tVwNNVNQTt2S4U6qCsafsTU=',
    folders: ['config/crds/kyverno', 'config/crds/policies.kyverno.io'],
  },
  {
    module: 'github.com/sigstore/policy-controller',
    version: 'v0.15.1',
    sum: 'h1:DL1YJ7RXbhPLteaxn/HUZFEf32UNqqkPoHN6leekETc=',
    folders: ['config'],
  },
];

/** What generated texts and their samples are of. */
const WANTED = [
  'validatingpolicies.policies.kyverno.io',
  'imagevalidatingpolicies.policies.kyverno.io',
  'clusterpolicies.kyverno.io',
  'clusterimagepolicies.policy.sigstore.dev',
  'ocirepositories.source.toolkit.fluxcd.io',
  'helmcharts.source.toolkit.fluxcd.io',
  'helmreleases.helm.toolkit.fluxcd.io',
  'applications.argoproj.io',
];

/**
 * The definitions of Kyverno's and policy-controller's policies, and of what they are about, as their projects publish them.
 *
 * @throws with Go's own words where a module cannot be had, and where one is not what was pinned.
 */
export async function policyDefinitions(): Promise<KubernetesObject[]> {
  const found = await readDefinitions();
  for (const { module, version, sum, folders } of PINS) {
    const { Dir, Sum } = await downloadModule(module, version);
    if (Sum !== sum) {
      throw new Error(`${module} ${version} is ${Sum} and not ${sum}`);
    }
    found.push(...folders.flatMap(folder => definitionsIn(join(Dir, folder))));
  }
  const wanted = found.filter(({ metadata }) => WANTED.includes(metadata.name));
  if (wanted.length !== WANTED.length) {
    throw new Error(
      `of ${WANTED.length} definitions ${wanted.length} are published`,
    );
  }
  return wanted.map(withoutWebhook);
}

/** Versions are converted by a controller of policy-controller’s, which does not run here. */
function withoutWebhook(definition: KubernetesObject): KubernetesObject {
  return {
    ...definition,
    spec: { ...specOf(definition), conversion: { strategy: 'None' } },
  };
}

function definitionsIn(folder: string): KubernetesObject[] {
  return readdirSync(folder)
    .filter(name => name.endsWith('.yaml'))
    .sort()
    .flatMap(name =>
      parseAllDocuments(readFileSync(join(folder, name), 'utf8')).map(
        document => document.toJS() as KubernetesObject | null,
      ),
    )
    .filter(
      (one): one is KubernetesObject =>
        one?.kind === 'CustomResourceDefinition',
    );
}
