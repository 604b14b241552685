import { join } from 'node:path';
import type { Cell, Policy } from '../cells/types.ts';
import { pgpKeys, type Ground } from '../ground/Ground.ts';
import { IDENTITIES, KEYS } from '../ground/signers.ts';
import { CHART } from '../make/chart.ts';
import type { MadeCell } from '../make/MadeCell.ts';

/** Names of the trust material, as verdicts name it. */
export const ROOT = 'bench';
/** The same root where no transparency log is asked for. */
export const ROOT_WITHOUT_LOG = 'bench-without-log';
export const KEYRING = 'release';
export const STORE = 'release';

/** The operator's word: one rule and one policy for each cell, as a plain object. */
export function appConfig(
  ground: Ground,
  cells: MadeCell[],
  catalog: string,
): object {
  return {
    catalog: { locations: [{ type: 'file', target: catalog }] },
    chartProvenance: {
      registries: registries(cells),
      trust: trust(ground, cells),
      policies: cells.map(({ cell }) => policy(cell)),
      indexing: {
        interval: { hours: 1 },
        discoveryInterval: { seconds: 5 },
        concurrency: 8,
      },
    },
  };
}

export function rootOf(cell: Cell): string {
  return cell.unlogged ? ROOT_WITHOUT_LOG : ROOT;
}

function registries(cells: MadeCell[]): object[] {
  const hosts = new Map(cells.map(({ registry }) => [registry.host, registry]));
  return [...hosts.values()].map(({ host, credentials }) => ({
    host,
    plainHttp: true,
    allowPrivateAddress: true,
    concurrency: 4,
    requestsPerSecond: 500,
    ...(credentials ? { auth: { type: 'basic', ...credentials } } : {}),
    repositories: cells
      .filter(({ registry }) => registry.host === host)
      .map(({ cell, repository }) => ({
        match: repository,
        entity: entityOf(cell),
        policy: cell.id,
        ...(cell.source ? { source: cell.source } : {}),
      })),
  }));
}

export function entityOf(cell: Cell): string {
  return `component:default/${cell.id}`;
}

function trust(ground: Ground, cells: MadeCell[]): object {
  const path = ground.trust.trustedRoot;
  const keyring = cells.some(({ cell }) => 'keyring' in cell.policy);
  return {
    roots: [
      { id: ROOT, type: 'file', path },
      {
        ...{ id: ROOT_WITHOUT_LOG, type: 'file', path },
        thresholds: { tlog: 0 },
      },
    ],
    keys: KEYS.map(id => ({ id, path: join(ground.folder, `${id}.pub`) })),
    ...(keyring
      ? { keyrings: [{ id: KEYRING, path: pgpKeys(ground).armoured }] }
      : {}),
    ...(cells.some(({ cell }) => 'store' in cell.policy)
      ? { stores: [{ id: STORE, path: ground.notation.store }] }
      : {}),
  };
}

function policy(cell: Cell): object {
  return {
    name: cell.id,
    anyOf: [alternative(cell, cell.policy)],
    ...(cell.require ? { require: { attestations: cell.require } } : {}),
  };
}

function alternative(cell: Cell, asked: Policy): object {
  if ('identity' in asked) {
    const { subject } = IDENTITIES[asked.identity];
    const { issuer } = IDENTITIES[asked.issuerOf ?? asked.identity];
    return { root: rootOf(cell), issuer, subject };
  }
  return asked;
}

/** A component for each cell, and the person who asks. */
export function catalogOf(cells: MadeCell[]): string {
  const entities = [
    {
      ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'User' },
      metadata: { name: 'dana' },
      spec: { memberOf: [] },
    },
    ...cells.map(({ cell }) => ({
      ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'Component' },
      metadata: { name: cell.id, description: `The chart ${CHART}` },
      spec: { type: 'service', lifecycle: 'production', owner: 'dana' },
    })),
  ];
  return entities.map(entity => JSON.stringify(entity)).join('\n---\n');
}
