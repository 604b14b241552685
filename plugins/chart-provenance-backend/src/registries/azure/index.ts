export * from './azureCredentialSource';
