import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { JsonObject } from '@backstage/types';
import {
  openLayoutDirectory,
  startDevRegistry,
} from 'chart-provenance-dev-registry';
import { Knex } from 'knex';
import {
  EXAMPLES,
  exampleConfig,
  exampleEntities,
  expectedRecords,
} from './exampleCompany';
import { lookedAt, startPlugin } from './startPlugin';

/** A pipeline that may read every entity. */
export const CI = serviceHeader('external:ci');
/** One that may not read ledger's. */
export const STRANGER = serviceHeader('external:stranger');
/** One that tells more than anybody wants to know. */
export const FLOODER = serviceHeader('external:flooder');
/** One that may not ask the gate. */
export const OUTSIDER = serviceHeader('external:outsider');
export const OPERATOR = mockCredentials.user.header('user:default/operator');

function serviceHeader(subject: string): string {
  return mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'chart-provenance',
  });
}

/** `oci://…@sha256:…` and so on of a tag of the examples. */
export function digestOf(name: string, tag: string): string {
  const found = expectedRecords().find(
    one => one.repository === `acme/charts/${name}` && one.tag === tag,
  );
  return found!.digest;
}

const permissions = mockServices.permissions.mock({
  authorize: async (requests, options) => {
    const caller = JSON.stringify(
      options && 'credentials' in options && options.credentials,
    );
    return requests.map(({ permission, resourceRef }) => ({
      result: isRefused(caller, permission.name, resourceRef)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    }));
  },
});

function isRefused(caller: string, name: string, ref?: string): boolean {
  return (
    (name.endsWith('index.operate') && !caller.includes('operator')) ||
    (caller.includes('outsider') && name.endsWith('gate.check')) ||
    (caller.includes('stranger') && ref === 'component:default/ledger')
  );
}

/** The example company with a registry that can be written, and the plugin over it. */
export async function startGateCompany(options: {
  knex: Knex;
  gate: JsonObject;
  /** Charts to wait for. */
  charts: readonly string[];
}) {
  const overlayDirectory = await mkdtemp(join(tmpdir(), 'chart-provenance-'));
  const registry = await startDevRegistry(
    await openLayoutDirectory(join(EXAMPLES, 'registry'), { overlayDirectory }),
  );
  const hosts = { registry: registry.host, down: '127.0.0.1:1' };
  const auditor = mockServices.auditor.mock();
  const start = async (distrust: JsonObject[] = []) => {
    const { chartProvenance } = JSON.parse(
      JSON.stringify(exampleConfig(hosts)),
    );
    chartProvenance.trust.distrust.push(...distrust);
    // Nothing is looked at again by itself while the test runs.
    chartProvenance.indexing.interval = { hours: 1 };
    const plugin = await startPlugin({
      config: { chartProvenance: { ...chartProvenance, gate: options.gate } },
      entities: exampleEntities(hosts),
      knex: options.knex,
      features: [permissions.factory, auditor.factory],
    });
    for (const name of options.charts) {
      await lookedAt(plugin, name, `acme/charts/${name}`);
    }
    return plugin;
  };
  return {
    registry,
    auditor,
    start,
    referenceOf: (name: string, version: string) =>
      `oci://${registry.host}/acme/charts/${name}${version}`,
    async close() {
      await registry.close();
      await rm(overlayDirectory, { recursive: true, force: true });
    },
  };
}
