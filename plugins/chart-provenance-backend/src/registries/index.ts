export { EcrAccess } from './aws';
export { realCredentialDeps } from './CredentialDeps';
export type { CredentialDeps } from './CredentialDeps';
export { CredentialError } from './CredentialError';
export * from './CredentialProviders';
export { credentialProviderOf } from './credentialProviderOf';
export { credentialSourceOf } from './credentialSourceOf';
export * from './RegistryTargets';
