export { anonymous } from './Credential';
export type {
  Credential,
  CredentialContext,
  CredentialProvider,
} from './Credential';
export { sameCredential } from './sameCredential';
export { SharedFlights } from './SharedFlights';
