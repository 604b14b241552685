export type { RepositoryListOptions } from './listRepositories';
export { RemoteRegistry } from './RemoteRegistry';
export { RemoteRepository } from './RemoteRepository';
export type { RemoteRepositoryOptions } from './RemoteRepositoryOptions';
