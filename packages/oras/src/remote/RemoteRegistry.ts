import type { CallOptions } from '../target/Target';
import { clientFor } from './clientFor';
import { listRepositories, RepositoryListOptions } from './listRepositories';
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

  /**
   * Asks whether it is a registry and takes the credential: `GET /v2/`, signed in when it wants that. Some registries let
   * anybody through here, so only a refusal is proof.
   *
   * @see https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#determining-support
   * @throws OrasError `unauthorized`, `denied`, `not-found`, …
   */
  async ping({ signal }: CallOptions = {}): Promise<void> {
    const client = clientFor(this.registry, this.options);
    const url = `${client.origin}/v2/`;
    await client.send({ method: 'GET', url, what: '/v2/', signal });
  }

  /**
   * Yields page after page of the repositories there are: `GET /v2/_catalog`. It is no part of the specification, and many registries
   * do not have it or let only administrators use it. The token asked for may list, and nothing else asks for such a token. Paths that
   * cannot be a repository's are left out.
   *
   * @see https://distribution.github.io/distribution/spec/api/#listing-repositories
   * @throws OrasError `unsupported`, `not-found`, `unauthorized`, `denied`, `too-many`, …
   */
  repositories(options?: RepositoryListOptions): AsyncIterable<string[]> {
    return listRepositories(clientFor(this.registry, this.options), options);
  }
}
