import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAllDocuments } from 'yaml';
import type { KubernetesObject } from '../services/kubernetes/KubernetesClient.ts';
import type { Cluster } from '../services/kubernetes/kubernetesApi.ts';
import { apply } from '../services/kubernetes/resources.ts';

/** What the demo's stand-ins for API servers answer, written by hand. */
const FOLDER = fileURLToPath(
  new URL('../../../../examples/clusters', import.meta.url),
);

/** Every object of the demo is one that a real API server takes, status and all. @throws with each that it does not take. */
export async function takesDemoObjects({ admin }: Cluster): Promise<void> {
  const refused: string[] = [];
  let taken = 0;
  for (const file of readdirSync(FOLDER).sort()) {
    const objects = objectsIn(join(FOLDER, file));
    const namespaces = objects.flatMap(it => it.metadata.namespace ?? []);
    for (const name of new Set(namespaces)) {
      await apply(admin, {
        ...{ apiVersion: 'v1', kind: 'Namespace', metadata: { name } },
      });
    }
    for (const object of objects) {
      await apply(admin, object).then(
        () => (taken += 1),
        error => refused.push(`${file}: ${object.kind} ${error.message}`),
      );
    }
  }
  assert.ok(refused.length === 0, refused.join('\n'));
  assert.ok(taken > 0, 'there is none');
}

function objectsIn(path: string): KubernetesObject[] {
  return parseAllDocuments(readFileSync(path, 'utf8')).flatMap(document => {
    const object = document.toJS() as KubernetesObject | null;
    return object === null ? [] : [object];
  });
}
