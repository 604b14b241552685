export * from './googleCredentialSource';
