export { registryKindOf } from './registryKindOf';
export { registryQuirks } from './registryQuirks';
export type { RegistryKind, RegistryQuirks } from './types';
