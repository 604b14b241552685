import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { specOf } from '../../services/kubernetes/customResources.ts';
import type { KubernetesObject } from '../../services/kubernetes/KubernetesClient.ts';
import { downloadModule } from '../../tools/moduleFolder.ts';

/** As in a `go.sum`. */
const EXTERNAL_SECRETS = {
  module: 'github.com/external-secrets/external-secrets',
  version: 'v1.3.2',
  sum: 'h1:u2J8RjlHIeF0oZCqtl92adI/uZWUwOesJIDkfql6LqQ=',
  folder: 'config/crds/bases',
};
const KINDS = [
  'ExternalSecret',
  'ECRAuthorizationToken',
  'GCRAccessToken',
  'ACRAccessToken',
];

/**
 * The definitions of External Secrets that generated texts use, from its pinned module.
 *
 * @throws with Go's own words where it cannot be had, and where it is not what was pinned.
 */
export async function externalSecretsDefinitions(): Promise<
  KubernetesObject[]
> {
  const { module, version, sum, folder } = EXTERNAL_SECRETS;
  const { Dir, Sum } = await downloadModule(module, version);
  if (Sum !== sum) {
    throw new Error(`${module} ${version} is ${Sum} and not ${sum}`);
  }
  const path = join(Dir, folder);
  return readdirSync(path)
    .filter(file => file.endsWith('.yaml'))
    .map(
      file => parse(readFileSync(join(path, file), 'utf8')) as KubernetesObject,
    )
    .filter(
      definition =>
        definition.kind === 'CustomResourceDefinition' &&
        KINDS.includes(specOf(definition).names.kind),
    )
    .map(asServed);
}

/** Without versions that are defined and not served, which nobody can ask for. */
function asServed(definition: KubernetesObject): KubernetesObject {
  const spec = specOf(definition);
  return {
    ...definition,
    spec: {
      ...spec,
      versions: spec.versions.filter(({ served }) => served === true),
    },
  };
}
