export { findThread } from './worker/spawnThread';
export type { ThreadPlace } from './worker/spawnThread';
export { createVerifier } from './createVerifier';
export type { VerifierOptions } from './createVerifier';
export type { EvidenceVerifier, VerifierState } from './EvidenceVerifier';
export { defaultWorkers } from './worker/defaultWorkers';
export { materialHashOf } from './materialHashOf';
export { embeddedRoot } from './trust/embeddedRoot';
export { prepareKeyring } from './provenanceFile';
export type { KeyringInput, PreparedKeyring } from './provenanceFile';
export { prepareMaterials } from './trust/prepareMaterials';
export { prepareStore } from './trust/prepareStore';
export type { TrustInput } from './trust/TrustInput';
export { TrustMaterialSet } from './trust/TrustMaterialSet';
export { VerifierUnavailableError } from './VerifierUnavailableError';
export { assertVerifierVersion, verifierVersion } from './verifierVersion';
export type {
  KeyInput,
  RootInput,
  StoreInput,
  Thresholds,
  TrustState,
  VerifyInput,
  VerifyOutcome,
} from './types';
