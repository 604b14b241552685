import {
  ConsumerRow,
  Distrust,
  DistrustedVersion,
  DistrustEntry,
  DistrustReport,
} from 'backstage-plugin-chart-provenance-common';
import { ConsumerStore, DistrustStore, ReachedVersion } from '../store';
import { DistrustService } from './DistrustService';
import { standsOn } from './distrust/standsOn';
import { wordsOf } from './distrust/wordsOf';

const MAX_VERSIONS = 200;

/** What {@link DefaultDistrustService} answers from. */
export interface DefaultDistrustServiceOptions {
  distrust: readonly Distrust[];
  store: Pick<DistrustStore, 'reachedBy' | 'pending'>;
  consumers: Pick<ConsumerStore, 'consumersOf'>;
}

/** Answers from the store, for everybody: the authorised one is around it. */
export class DefaultDistrustService implements DistrustService {
  readonly #options: DefaultDistrustServiceOptions;

  constructor(options: DefaultDistrustServiceOptions) {
    this.#options = options;
  }

  async report(): Promise<DistrustReport> {
    const { distrust, store } = this.#options;
    const usersOf = this.#usersByChart();
    const entries: DistrustEntry[] = [];
    for (const entry of distrust) {
      const { versions, total } = await store.reachedBy(entry.id, MAX_VERSIONS);
      const reached: DistrustedVersion[] = [];
      for (const version of versions) {
        const users = await usersOf(version.chartId);
        reached.push(reachedOf(version, users));
      }
      entries.push({
        id: entry.id,
        reason: entry.reason,
        what: wordsOf(entry),
        from: entry.from ?? null,
        until: entry.until ?? null,
        versions: reached,
        total,
        consumers: new Set(
          reached.flatMap(({ consumers }) =>
            consumers.map(({ consumerId }) => consumerId),
          ),
        ).size,
      });
    }
    return { entries, pending: await store.pending() };
  }

  /** Each chart's consumers are read once, however many entries and versions there are. */
  #usersByChart(): (chartId: string) => Promise<ConsumerRow[]> {
    const known = new Map<string, ConsumerRow[]>();
    return async chartId => {
      const users =
        known.get(chartId) ??
        (await this.#options.consumers.consumersOf(chartId));
      known.set(chartId, users);
      return users;
    };
  }
}

function reachedOf(
  version: ReachedVersion,
  users: readonly ConsumerRow[],
): DistrustedVersion {
  return {
    ...version,
    consumers: users
      .filter(user => standsOn(user, version))
      .map(({ id, name, entityRef, environment, where }) => ({
        consumerId: id,
        title: name,
        entityRef,
        environment,
        cluster: where.cluster,
      })),
    moreConsumers: 0,
  };
}
