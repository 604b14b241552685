export * from './CredentialProviders';
export * from './RegistryTargets';
