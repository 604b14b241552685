import { parseAllDocuments } from 'yaml';
import {
  installDefinitions,
  specOf,
} from '../../services/kubernetes/customResources.ts';
import { startEtcd } from '../../services/kubernetes/etcd.ts';
import { startKubeApiServer } from '../../services/kubernetes/kubeApiServer.ts';
import type {
  KubernetesClient,
  KubernetesObject,
} from '../../services/kubernetes/KubernetesClient.ts';
import type { Toolbox } from '../../tools/toolbox.ts';
import { chartInput, policyOf } from './chartInput.ts';
import { imagesInput } from './imagesInput.ts';
import { policyDefinitions } from './policyDefinitions.ts';
import { generateText, type EnforceText } from './product.ts';

/** A real API server takes every policy, and every sample that must pass, and knows each field in them. @returns how many objects */
export async function acceptsPolicies(
  tools: Toolbox,
  folder: string,
): Promise<number> {
  const etcd = await startEtcd(tools, folder);
  try {
    const server = await startKubeApiServer(tools, etcd, 'policies', folder);
    try {
      const definitions = await policyDefinitions();
      await installDefinitions(server.admin, definitions);
      const objects = texts().flatMap(objectsOf);
      for (const object of objects) {
        await create(server.admin, definitions, object);
      }
      return objects.length;
    } finally {
      await server.stop();
    }
  } finally {
    await etcd.stop();
  }
}

function texts(): EnforceText[] {
  const policies = [
    policyOf(
      'release',
      ['exact', 'pattern', 'private', 'key'],
      [{ type: 'https://slsa.dev/provenance' }],
    ),
    policyOf('audit', ['key']),
  ];
  const chosen = { mode: 'deny', scope: 'folder' };
  return [
    generateText('kyverno', chartInput(policies), chosen),
    generateText('kyverno', chartInput(policies), { format: 'legacy' }),
    generateText('kyverno-clusterpolicy', chartInput(policies), chosen),
    generateText('policy-controller', imagesInput(), { mode: 'deny' }),
    generateText('policy-controller', imagesInput(), { format: 'legacy' }),
  ];
}

/** Policies, and samples that must pass. */
function objectsOf({ files }: EnforceText): KubernetesObject[] {
  return files
    .filter(
      ({ path }) => !path.includes('/tests/') || path.includes('/tests/pass-'),
    )
    .flatMap(({ text }) =>
      parseAllDocuments(text).map(
        document => document.toJS() as KubernetesObject,
      ),
    );
}

let count = 0;

/** Under a name of its own; a field that the definition does not know is refused. */
async function create(
  client: KubernetesClient,
  definitions: readonly KubernetesObject[],
  object: KubernetesObject,
): Promise<void> {
  const [group, version] = object.apiVersion.split('/');
  const definition = definitions.find(one => {
    const spec = specOf(one);
    return spec.group === group && spec.names.kind === object.kind;
  });
  if (definition === undefined) {
    throw new Error(`there is no definition of ${object.kind}`);
  }
  const { names, scope } = specOf(definition) as ReturnType<typeof specOf> & {
    scope?: string;
  };
  const place = scope === 'Namespaced' ? '/namespaces/default' : '';
  count += 1;
  const metadata = {
    ...object.metadata,
    name: `${object.metadata.name}-${count}`,
    namespace: place === '' ? undefined : 'default',
  };
  await client.post(
    `/apis/${group}/${version}${place}/${names.plural}?fieldValidation=Strict`,
    { ...object, metadata },
  );
}
