export { createVerifier } from './createVerifier';
export type { EvidenceVerifier } from './createVerifier';
export { embeddedRoot } from './trust/embeddedRoot';
export { prepareKeyring } from './provenanceFile';
export type { KeyringInput, PreparedKeyring } from './provenanceFile';
export { TrustMaterialSet } from './trust/TrustMaterialSet';
export { assertVerifierVersion, verifierVersion } from './verifierVersion';
export type {
  KeyInput,
  RootInput,
  Thresholds,
  TrustState,
  VerifyInput,
} from './types';
