import { CompiledRepositoryRule } from 'backstage-plugin-chart-provenance-common';
import { RegistryConfig } from '../../config';
import { CredentialDeps, RegistryAccess } from '../../registries';
import { RepositorySieve } from './RepositorySieve';

/** How the repositories of a registry can be listed. */
export type ListingMethod = 'catalog' | 'harbor' | 'ecr' | 'github' | 'gar';

/** What listing one registry is done with. */
export interface ListingCall {
  registry: RegistryConfig;
  /** The operator's rules for this registry. */
  rules: readonly CompiledRepositoryRule[];
  /** Opens the registry with the credentials for what is below a path. */
  access: (path: string) => RegistryAccess;
  deps: Pick<CredentialDeps, 'rootConfig' | 'openEgress'>;
  /** Takes what was listed, and keeps what may be read. */
  sieve: RepositorySieve;
  signal: AbortSignal;
}

/**
 * Lists a registry into the sieve.
 *
 * @returns was that everything the rules could match?
 * @throws OrasError, CredentialError
 */
export type ListRepositories = (call: ListingCall) => Promise<boolean>;
