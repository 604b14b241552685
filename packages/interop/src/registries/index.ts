export type { Credentials, RegistryKind, RunningRegistry } from './registry.ts';
export { REGISTRIES } from './registries.ts';
