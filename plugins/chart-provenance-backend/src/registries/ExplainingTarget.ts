import {
  CallOptions,
  Descriptor,
  FetchOptions,
  ReadOnlyTarget,
  Referrers,
  TagListOptions,
} from 'chart-provenance-oras';
import { RegistryConfig } from '../config';
import { explainRefusal } from './explainRefusal';

/** A repository whose refusals say what is missing and who grants it, in place of a bare `HTTP 403`. */
export class ExplainingTarget implements ReadOnlyTarget {
  readonly #inner: ReadOnlyTarget;
  readonly #explain: (error: unknown) => unknown;

  constructor(
    inner: ReadOnlyTarget,
    registry: Pick<RegistryConfig, 'host' | 'auth'>,
    repository: string,
  ) {
    this.#inner = inner;
    this.#explain = error => explainRefusal(error, registry, repository);
  }

  resolve(tagOrDigest: string, options?: CallOptions) {
    return this.#explained(() => this.#inner.resolve(tagOrDigest, options));
  }

  fetch(descriptor: Descriptor, options?: FetchOptions) {
    return this.#explained(() => this.#inner.fetch(descriptor, options));
  }

  fetchManifest(tagOrDigest: string, options?: FetchOptions) {
    return this.#explained(() =>
      this.#inner.fetchManifest(tagOrDigest, options),
    );
  }

  referrers(
    subject: Descriptor,
    options?: CallOptions & { artifactType?: string; maxReferrers?: number },
  ): Promise<Referrers> {
    return this.#explained(() => this.#inner.referrers(subject, options));
  }

  async *tags(options?: TagListOptions): AsyncIterable<string[]> {
    try {
      yield* this.#inner.tags(options);
    } catch (error) {
      throw this.#explain(error);
    }
  }

  async #explained<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      throw this.#explain(error);
    }
  }
}
