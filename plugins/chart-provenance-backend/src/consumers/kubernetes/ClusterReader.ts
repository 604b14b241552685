import { ConsumerSourceError } from 'backstage-plugin-chart-provenance-node';
import { z } from 'zod';
import { Answer } from './Answer';
import { ReadingBudget } from './bounds';
import { clusterFailure, NamedCluster } from './clusterFailure';
import { PluginClient } from './PluginClient';

/** Asks one cluster, for one reading, within its budget. */
export class ClusterReader {
  readonly #client: PluginClient;
  readonly #signal: AbortSignal;
  readonly cluster: NamedCluster;
  readonly budget: ReadingBudget;

  constructor(options: {
    client: PluginClient;
    cluster: NamedCluster;
    budget: ReadingBudget;
    signal: AbortSignal;
  }) {
    this.#client = options.client;
    this.#signal = options.signal;
    this.cluster = options.cluster;
    this.budget = options.budget;
  }

  get signal(): AbortSignal {
    return this.#signal;
  }

  /** Rejects only when the signal fires. */
  async get(path: string): Promise<Answer> {
    this.budget.request();
    return this.#client.get(path, {
      cluster: this.cluster.name,
      signal: this.#signal,
    });
  }

  /** @throws ConsumerSourceError for anything else than an answer of that shape. */
  async expect<T extends z.ZodType>(
    path: string,
    schema: T,
  ): Promise<z.output<T>> {
    return this.shaped(await this.get(path), schema);
  }

  /** Undefined when the cluster says that there is no such path. */
  async expectUnlessMissing<T extends z.ZodType>(
    path: string,
    schema: T,
  ): Promise<z.output<T> | undefined> {
    const answer = await this.get(path);
    return saysMissing(answer) ? undefined : this.shaped(answer, schema);
  }

  /** @throws ConsumerSourceError */
  shaped<T extends z.ZodType>(answer: Answer, schema: T): z.output<T> {
    if (answer.by !== 'answer') {
      throw clusterFailure(answer, this.cluster);
    }
    const read = schema.safeParse(answer.value);
    if (!read.success) {
      throw new ConsumerSourceError(
        `What answers for the cluster ${this.cluster.name} does not answer as a Kubernetes API server does.`,
        {
          fix: 'Look at the url of the cluster in the configuration of the Kubernetes plugin, and at proxies on the way to it.',
        },
      );
    }
    return read.data;
  }
}

/**
 * For a group that it does not have, an API server sends `404 page not found` as plain text; for an object, a `Status`. What Backstage
 * or a page says does not count.
 */
function saysMissing(answer: Answer): boolean {
  switch (answer.by) {
    case 'cluster':
      return answer.status === 404;
    case 'somebody':
      return answer.status === 404 && answer.contentType === 'text/plain';
    default:
      return false;
  }
}
