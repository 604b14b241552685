export { anonymous } from './Credential';
export type { Credential, CredentialProvider } from './Credential';
