export * from './awsCredentialSource';
export * from './EcrAccess';
