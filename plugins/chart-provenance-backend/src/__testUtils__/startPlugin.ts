import { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { JsonObject } from '@backstage/types';
import {
  ChartSummary,
  EntityProvenance,
  VersionPage,
} from 'backstage-plugin-chart-provenance-common';
import { Knex } from 'knex';
import request from 'supertest';
import { chartProvenancePlugin } from '../plugin';

const DEADLINE_MS = 60_000;
const POLL_MS = 100;

/** The plugin in a backend, with a catalog in memory. */
export interface RunningPlugin {
  request(method: 'get' | 'post', path: string): request.Test;
  entity(name: string): Promise<EntityProvenance>;
  versions(name: string, chartId: string): Promise<VersionPage>;
  stop(): Promise<void>;
}

/** Starts the real plugin. The database is SQLite in memory unless one is given. */
export async function startPlugin(options: {
  config: JsonObject;
  entities: Entity[];
  knex?: Knex;
  /** Services in place of the mocked ones. */
  features?: BackendFeature[];
}): Promise<RunningPlugin> {
  const { config, entities, knex, features = [] } = options;
  const backend = await startTestBackend({
    features: [
      chartProvenancePlugin,
      actionsRegistryServiceMock.factory(),
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          ...config,
        },
      }),
      mockServices.database.factory(knex && { knex }),
      ...features,
    ],
  });
  const send = (method: 'get' | 'post', path: string) =>
    request(backend.server)[method](`/api/chart-provenance${path}`);
  const get = async (path: string) =>
    (await send('get', path).expect(200)).body;
  const pathOf = (name: string) => `/entities/component/default/${name}`;
  return {
    request: send,
    entity: name => get(pathOf(name)),
    versions: (name, chartId) =>
      get(`${pathOf(name)}/charts/${chartId}/versions?limit=200`),
    stop: () => backend.stop(),
  };
}

/** Asks until the answer is as wanted; throws with the last one when it never is. */
export async function until<T>(
  ask: () => Promise<T>,
  wanted: (answer: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + DEADLINE_MS;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(`Never as wanted: ${JSON.stringify(answer, null, 1)}`);
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
}

/** The chart of an entity, once its first look is over. */
export async function lookedAt(
  plugin: RunningPlugin,
  name: string,
  repository: string,
): Promise<ChartSummary> {
  const find = (answer: EntityProvenance) =>
    answer.charts.find(chart => chart.repository === repository);
  const answer = await until(
    () => plugin.entity(name),
    one => Boolean(find(one)?.freshness.lastAttemptAt),
  );
  return find(answer)!;
}
