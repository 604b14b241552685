export { createVerifier } from './createVerifier';
export type { EvidenceVerifier } from './createVerifier';
export { TrustMaterialSet } from './trust/TrustMaterialSet';
export { assertVerifierVersion, verifierVersion } from './verifierVersion';
export type {
  KeyInput,
  RootInput,
  Thresholds,
  TrustState,
  VerifyInput,
} from './types';
