import {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  BasicPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { chartProvenanceChartReadPermission } from 'backstage-plugin-chart-provenance-common';
import { CallerOptions } from './ChartProvenanceService';

/** At a batch of about 435 the catalog's own limit on bodies is met. */
const BATCH = 200;

/** What the gatekeeper asks. */
export interface GatekeeperOptions {
  catalog: Pick<CatalogService, 'getEntityByRef' | 'getEntitiesByRefs'>;
  permissions: Pick<PermissionsService, 'authorize'>;
  /** The plugin's own, for pipelines alone: see {@link isRestricted}. Without them nobody but their own credentials speak for them. */
  ownCredentials?: () => Promise<BackstageCredentials>;
}

/**
 * Decides what a caller may see and do. Denials throw. An entity the caller may not read and one that does not exist answer
 * alike: `NotFoundError`. An entity the caller reads, without the permission asked for: `NotAllowedError`.
 */
export class Gatekeeper {
  readonly #options: GatekeeperOptions;

  constructor(options: GatekeeperOptions) {
    this.#options = options;
  }

  /** The entity and its charts may be read. @throws NotFoundError, NotAllowedError */
  async mayRead(entityRef: string, caller: CallerOptions): Promise<void> {
    const { catalog } = this.#options;
    const entity = await catalog.getEntityByRef(
      entityRef,
      await this.#forCatalog(caller),
    );
    if (!entity) {
      throw new NotFoundError(`No entity ${entityRef}`);
    }
    await this.mayOn(chartProvenanceChartReadPermission, entityRef, caller);
  }

  /** @throws NotAllowedError */
  async mayOn(
    permission: ResourcePermission,
    entityRef: string,
    caller: CallerOptions,
  ): Promise<void> {
    if (!(await this.isAllowedOn(permission, entityRef, caller))) {
      throw refusal(permission.name);
    }
  }

  /** @throws NotAllowedError */
  async may(permission: BasicPermission, caller: CallerOptions): Promise<void> {
    if (!(await this.isAllowed(permission, caller))) {
      throw refusal(permission.name);
    }
  }

  async isAllowedOn(
    permission: ResourcePermission,
    entityRef: string,
    caller: CallerOptions,
  ): Promise<boolean> {
    const [decision] = await this.#options.permissions.authorize(
      [{ permission, resourceRef: entityRef }],
      caller,
    );
    return decision?.result === AuthorizeResult.ALLOW;
  }

  /** Those of the entities on which the permission is given; {@link Gatekeeper.visible} is asked first. */
  async allowedOn(
    permission: ResourcePermission,
    entityRefs: Iterable<string>,
    caller: CallerOptions,
  ): Promise<Set<string>> {
    const refs = [...new Set(entityRefs)];
    if (refs.length === 0) {
      return new Set();
    }
    const decisions = await this.#options.permissions.authorize(
      refs.map(resourceRef => ({ permission, resourceRef })),
      caller,
    );
    return new Set(
      refs.filter(
        (_, index) => decisions[index]?.result === AuthorizeResult.ALLOW,
      ),
    );
  }

  async isAllowed(
    permission: BasicPermission,
    caller: CallerOptions,
  ): Promise<boolean> {
    const [decision] = await this.#options.permissions.authorize(
      [{ permission }],
      caller,
    );
    return decision?.result === AuthorizeResult.ALLOW;
  }

  /** Those of the entities that the caller may see in the catalog, with what a line about them says: name, kind and owner. */
  async visible(
    entityRefs: Iterable<string>,
    caller: CallerOptions,
  ): Promise<Map<string, Entity>> {
    const wanted = [...new Set(entityRefs)];
    const options = await this.#forCatalog(caller);
    const visible = new Map<string, Entity>();
    for (let start = 0; start < wanted.length; start += BATCH) {
      const refs = wanted.slice(start, start + BATCH);
      const { items } = await this.#options.catalog.getEntitiesByRefs(
        {
          entityRefs: refs,
          fields: ['kind', 'metadata.name', 'metadata.namespace', 'relations'],
        },
        options,
      );
      refs.forEach((ref, index) => {
        const entity = items[index];
        if (entity) {
          visible.set(ref, entity);
        }
      });
    }
    return visible;
  }

  async #forCatalog(caller: CallerOptions): Promise<CallerOptions> {
    const { ownCredentials } = this.#options;
    return ownCredentials && isRestricted(caller)
      ? { credentials: await ownCredentials() }
      : caller;
  }
}

/**
 * Is it a service whose token is restricted? Backstage passes no such token on to another plugin, so the catalog could only be asked for it
 * if it were given the whole catalog, to write as well. A service sees every entity anyway; what it may do about charts is what its
 * token's restrictions name, and that is asked of the permissions with its own credentials all the same. So the plugin's own credentials tell
 * whether an entity is there, and never what may be done.
 */
function isRestricted({ credentials: { principal } }: CallerOptions): boolean {
  return (
    typeof principal === 'object' &&
    principal !== null &&
    'type' in principal &&
    principal.type === 'service' &&
    'accessRestrictions' in principal &&
    principal.accessRestrictions !== undefined
  );
}

function refusal(permission: string): NotAllowedError {
  return new NotAllowedError(`This needs the permission ${permission}`);
}
