import { Entity } from '@backstage/catalog-model';
import { GlobSegment } from '../glob/compileGlob';

/**
 * Which entities: every key (a path into the entity, such as `kind`, `spec.owner`, `metadata.namespace`,
 * `metadata.labels.tier`) must have the value, or one of the values. Compared without regard to case.
 *
 * @public
 */
export type EntityFilter = Record<string, string | string[]>;

/**
 * The operator's word on some repositories of a registry: that they may be read, and whose they are.
 *
 * @public
 */
export interface RepositoryRule {
  /** `host[:port]` as configured. */
  registry: string;
  /** Glob over whole path segments: literal, `*` (one), `**` (any number), `{name}` (one, remembered). */
  match: string;
  /** Owner by convention, a full entity ref, e.g. `component:default/{name}`. */
  entity?: string;
  /** Entities whose annotations may claim a match: any of the filters, all of its keys. */
  claims?: EntityFilter | EntityFilter[];
  /** Where the provenance must come from, e.g. `github.com/acme/{name}` or `github.com/acme/*`. */
  source?: string;
  /** The same chart in a legacy repository, e.g. `https://charts.acme.dev#{name}`. */
  legacy?: string;
  /** Names of the policies that must all be met. */
  policy?: string | string[];
}

/**
 * A rule whose glob and templates have been checked.
 *
 * @public
 */
export interface CompiledRepositoryRule {
  rule: RepositoryRule;
  segments: GlobSegment[];
}

/**
 * What the first rule that matches says about a repository.
 *
 * @public
 */
export interface RepositoryMatch {
  rule: RepositoryRule;
  /** The host as the operator writes it: the one to contact and to store. */
  registry: string;
  repository: string;
  /** Owner by convention, a normalised entity ref. */
  entityRef?: string;
  source?: string;
  legacy?: string;
  policies: string[];
}

/**
 * An entity whose annotation claims a repository.
 *
 * @public
 */
export interface OwnershipClaim {
  entityRef: string;
  entity: Entity;
}

/**
 * A claim that does not count, and why; the codes are those of `EntityProblem`.
 *
 * @public
 */
export interface RefusedClaim {
  entityRef: string;
  code: 'registry-not-configured' | 'claim-not-allowed' | 'claimed-by-another';
}

/**
 * Whose a repository is.
 *
 * @public
 */
export type Ownership = { refused: RefusedClaim[] } & (
  | /** No rule matches: it is never contacted. */
  { state: 'not-configured' }
  | { state: 'unowned'; match: RepositoryMatch }
  | {
      state: 'owned';
      match: RepositoryMatch;
      owner: string;
      knownBy: 'convention' | 'mapping' | 'claim';
    }
  /** Several allowed claims and no configured owner: `claimants` in order of their refs. */
  | { state: 'conflict'; match: RepositoryMatch; claimants: string[] }
);
