export * from './RegistryCredentialProvider';
export * from './chartProvenanceCredentialsExtensionPoint';
