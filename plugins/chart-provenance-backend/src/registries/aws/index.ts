export * from './awsCredentialSource';
