import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { parse, parseAllDocuments } from 'yaml';

/** Where the example company lives. */
export const EXAMPLES = resolve(__dirname, '../../../../examples');

/** What is expected of a tag of the examples. */
export interface ExpectedRecord {
  repository: string;
  /** Null: no tag points there yet. */
  tag: string | null;
  digest: string;
  expected: { verdict: string; reason: string | null };
  /** Who signed it, where a certificate says so. */
  signer?: { subject?: string } | null;
}

/** `examples/expected.json` */
export function expectedRecords(): ExpectedRecord[] {
  return JSON.parse(read('expected.json')).records;
}

/** The demo's own configuration, for a registry that listens elsewhere. */
export function exampleConfig(hosts: ExampleHosts): JsonObject {
  const text = withHosts(read('demo/app-config.demo.yaml'), hosts);
  const { chartProvenance } = parse(text);
  return { chartProvenance };
}

/** The components of the company. */
export function exampleEntities(hosts: ExampleHosts): Entity[] {
  const text = withHosts(read('catalog/components.yaml'), hosts);
  return parseAllDocuments(text).map(document => {
    const entity: Entity = document.toJS();
    return {
      ...entity,
      metadata: { namespace: 'default', ...entity.metadata },
    };
  });
}

/** `host:port` of the registry that answers, and of the one that is down. */
export interface ExampleHosts {
  registry: string;
  down: string;
}

function read(path: string): string {
  return readFileSync(resolve(EXAMPLES, path), 'utf8');
}

function withHosts(text: string, { registry, down }: ExampleHosts): string {
  return text
    .replaceAll('localhost:5050', registry)
    .replaceAll('localhost:5999', down)
    .replaceAll('${CHART_PROVENANCE_EXAMPLES}', EXAMPLES);
}
