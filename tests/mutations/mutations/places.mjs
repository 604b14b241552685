/** Folders and tests that mutations name often. */
export const VERIFICATION = 'plugins/chart-provenance-backend/src/verification';
export const EVIDENCE = 'plugins/chart-provenance-backend/src/evidence';
export const WALK = 'plugins/chart-provenance-backend/src/walk';
export const POLICY = 'plugins/chart-provenance-common/src/policy';

export const UNDER_ROOT = `${VERIFICATION}/proveUnderRoot.test.ts`;
export const UNDER_KEY = `${VERIFICATION}/proveUnderKey.test.ts`;
export const WITNESSES = `${VERIFICATION}/witnesses.test.ts`;
export const PARSE_JSON = `${EVIDENCE}/json/parseJson.test.ts`;
export const ONE_READING = `${EVIDENCE}/bundle/assertOneReading.test.ts`;
export const READ_SIGNER = `${VERIFICATION}/certificate/readSigner.test.ts`;
export const LEGACY = `${VERIFICATION}/legacySignature.test.ts`;
export const LEGACY_ATTESTATION = `${VERIFICATION}/legacyAttestation.test.ts`;
export const TRUST_SET = `${VERIFICATION}/trust/TrustMaterialSet.test.ts`;
export const PROVENANCE_HOSTILE = `${VERIFICATION}/provenanceFile/hostile.test.ts`;
export const PROVENANCE_CASES = `${VERIFICATION}/provenanceFile/helmCases.test.ts`;
export const JUDGE = `${POLICY}/judge.test.ts`;
