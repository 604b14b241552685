import { Target } from 'chart-provenance-oras';
import { CreatedRepository, RepositorySource } from '../DevRegistry';
import { isRepositoryName } from '../server/grammar';
import { RegistryError } from '../server/RegistryError';
import { ServedRepository } from './ServedRepository';

/** @internal */
export class Repositories {
  private readonly served = new WeakMap<Target, ServedRepository>();
  private readonly created = new Map<string, Target>();
  private readonly pending = new Map<string, Promise<void>>();

  constructor(
    private readonly source: RepositorySource,
    private readonly create?: (name: string) => CreatedRepository,
  ) {}

  /** @throws RegistryError 400 `NAME_INVALID` */
  find(name: string): ServedRepository | undefined {
    if (!isRepositoryName(name)) {
      throw new RegistryError(400, 'NAME_INVALID', `not a name: ${name}`);
    }
    const target = this.lookUp(name);
    return target && this.serve(target);
  }

  /** @throws RegistryError 404 `NAME_UNKNOWN` */
  require(name: string): ServedRepository {
    const found = this.find(name);
    if (!found) {
      throw new RegistryError(404, 'NAME_UNKNOWN', `no repository ${name}`);
    }
    return found;
  }

  /** As `require`, and makes the repository when that is allowed. */
  async requireForPush(name: string): Promise<ServedRepository> {
    if (this.create && !this.find(name)) {
      // Kept as a promise: of two pushes at a time only the first makes it.
      const pending = this.pending.get(name) ?? this.make(name, this.create);
      this.pending.set(name, pending);
      await pending.finally(() => this.pending.delete(name));
    }
    return this.require(name);
  }

  /** @returns undefined when the source cannot be listed */
  names(): string[] | undefined {
    return typeof this.source === 'function'
      ? undefined
      : [...new Set([...this.source.keys(), ...this.created.keys()])].sort();
  }

  private async make(
    name: string,
    create: (name: string) => CreatedRepository,
  ): Promise<void> {
    const made = await create(name);
    if (made) {
      this.created.set(name, made);
    }
  }

  private lookUp(name: string): Target | undefined {
    const { source } = this;
    return (
      (typeof source === 'function' ? source(name) : source.get(name)) ??
      this.created.get(name)
    );
  }

  private serve(target: Target): ServedRepository {
    let repository = this.served.get(target);
    if (!repository) {
      repository = new ServedRepository(target);
      this.served.set(target, repository);
    }
    return repository;
  }
}
