import { RemoteRepository } from './RemoteRepository';
import type { RemoteRepositoryOptions } from './RemoteRepositoryOptions';

/**
 * One registry. Its repositories share connections, tokens, and the memory of what the registry can do.
 *
 * @public
 */
export class RemoteRegistry {
  private readonly options: RemoteRepositoryOptions;

  /**
   * @param registry - `host[:port]`
   */
  constructor(
    readonly registry: string,
    options: RemoteRepositoryOptions = {},
  ) {
    this.options = { ...options };
  }

  /**
   * @param repository - path, for example `acme/charts/payments`
   * @throws InvalidReferenceError
   */
  repository(repository: string): RemoteRepository {
    return new RemoteRepository(
      { registry: this.registry, repository },
      this.options,
    );
  }
}
