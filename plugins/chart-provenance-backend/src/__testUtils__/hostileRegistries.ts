import { createServer, IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { Entity } from '@backstage/catalog-model';
import { JsonObject } from '@backstage/types';
import { DevRegistry, FaultPlan } from 'chart-provenance-dev-registry';
import { EXAMPLES } from './exampleCompany';

export const REPOSITORY = 'acme/charts/payments';
export const USER = { username: 'reader', password: 'hunter2' };

/** A server that nobody may contact: it would get credentials, or lend its bytes. */
export async function startTrap() {
  const caught: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    caught.push(request);
    response.setHeader('Content-Type', 'application/json');
    response.end('{"token":"stolen"}');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return { caught, server, url: `http://127.0.0.1:${port}` };
}

export interface Hostile {
  name: string;
  faults(trap: string): FaultPlan;
  /** The problem shown when it was so from the beginning; null: there is none, and nothing either. */
  problem: string | null;
}

const everything = (fault: FaultPlan[number]['fault']) => () => [{ fault }];
const on = (path: RegExp, fault: FaultPlan[number]['fault']) => () =>
  [{ match: { path }, fault }];
export const MANIFESTS = /\/manifests\//;
const BLOBS = /\/blobs\//;
const TAGS = /\/tags\/list$/;
const REFERRERS = /\/referrers\//;

export const HOSTILE: Hostile[] = [
  {
    name: 'answers 401',
    faults: everything({ kind: 'status', status: 401 }),
    problem: 'registry-denied',
  },
  {
    name: 'answers 403',
    faults: everything({ kind: 'status', status: 403 }),
    problem: 'registry-denied',
  },
  {
    name: 'answers 404',
    faults: everything({ kind: 'status', status: 404 }),
    problem: null,
  },
  {
    name: 'answers 429',
    faults: everything({ kind: 'status', status: 429, retryAfter: 3600 }),
    problem: 'registry-limited',
  },
  {
    name: 'answers 500',
    faults: everything({ kind: 'status', status: 500 }),
    problem: 'registry-unreachable',
  },
  {
    name: 'answers 503',
    faults: everything({ kind: 'status', status: 503 }),
    problem: 'registry-unreachable',
  },
  {
    name: 'resets connections',
    faults: everything({ kind: 'reset' }),
    problem: 'registry-unreachable',
  },
  {
    name: 'breaks off',
    faults: everything({ kind: 'truncate' }),
    problem: 'registry-unreachable',
  },
  {
    name: 'sends broken JSON',
    faults: everything({ kind: 'malformed' }),
    problem: 'registry-misbehaved',
  },
  {
    name: 'sends without end',
    faults: everything({ kind: 'oversize' }),
    problem: 'registry-misbehaved',
  },
  {
    name: 'pages in a circle',
    faults: on(TAGS, { kind: 'link', next: 'loop' }),
    problem: 'registry-misbehaved',
  },
  {
    name: 'pages to another host',
    faults: trap => [
      { match: { path: TAGS }, fault: { kind: 'link', next: `${trap}/v2/x` } },
    ],
    problem: 'registry-misbehaved',
  },
  {
    name: 'redirects to another host',
    faults: trap => [{ fault: { kind: 'redirect', location: `${trap}/v2/x` } }],
    problem: 'registry-misbehaved',
  },
  {
    name: 'redirects blobs to another host',
    faults: trap => [
      {
        match: { path: BLOBS },
        fault: { kind: 'redirect', location: `${trap}/blob` },
      },
    ],
    problem: 'registry-misbehaved',
  },
  {
    name: 'wants the token from another host',
    faults: trap => [{ fault: { kind: 'realm', realm: `${trap}/token` } }],
    problem: 'registry-misbehaved',
  },
  {
    name: 'alters manifests',
    faults: on(MANIFESTS, { kind: 'digest', alterBytes: true }),
    problem: 'registry-misbehaved',
  },
  {
    name: 'alters blobs',
    faults: on(BLOBS, { kind: 'digest', alterBytes: true }),
    problem: 'registry-misbehaved',
  },
  {
    name: 'inflates blobs',
    faults: on(BLOBS, { kind: 'gzip-bomb', bytes: 64 * 1024 * 1024 }),
    problem: 'registry-misbehaved',
  },
  {
    name: 'does not list referrers',
    faults: on(REFERRERS, { kind: 'status', status: 500 }),
    problem: 'registry-unreachable',
  },
];

/** One registry for each, so that none is left alone because of another. */
export interface Case extends Hostile {
  registry: DevRegistry;
  entity: string;
}

export function configOf(cases: Case[]): JsonObject {
  return {
    chartProvenance: {
      registries: cases.map(({ registry, entity }) => ({
        host: registry.host,
        plainHttp: true,
        allowPrivateAddress: true,
        auth: { type: 'basic', ...USER },
        repositories: [
          {
            match: REPOSITORY,
            entity: `component:default/${entity}`,
            source: 'github.com/acme/payments',
            policy: 'acme-release',
          },
        ],
      })),
      trust: {
        roots: [
          {
            id: 'acme',
            type: 'file',
            path: join(EXAMPLES, 'trust/trusted_root.json'),
            demo: true,
          },
        ],
      },
      policies: [
        {
          name: 'acme-release',
          anyOf: [
            {
              root: 'acme',
              issuer: 'https://token.actions.githubusercontent.com',
              subjectPattern:
                'https://github\\.com/acme/payments/\\.github/workflows/release\\.yml@refs/tags/v.*',
            },
          ],
        },
      ],
      indexing: { interval: '1h', discoveryInterval: '1h', concurrency: 16 },
    },
  };
}

export function entitiesOf(cases: Case[]): Entity[] {
  return cases.map(({ entity }) => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: entity, namespace: 'default' },
    spec: { type: 'service', lifecycle: 'production', owner: 'acme' },
  }));
}
