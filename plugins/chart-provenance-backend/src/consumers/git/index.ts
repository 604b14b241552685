export { createGitConsumers } from './createGitConsumers';
export type { GitConsumersOptions } from './createGitConsumers';
