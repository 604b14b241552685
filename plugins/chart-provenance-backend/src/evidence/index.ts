export { digestSchema } from './descriptorSchema';
export { EvidenceError } from './EvidenceError';
export { decodeBundle } from './bundle/decodeBundle';
export { decodeContents } from './decodeContents';
export { signsMessage } from './bundle/signsMessage';
export { bytesAsRead, keepBundle, openKept } from './bundle/KeptBundle';
export type { KeptBundle } from './bundle/KeptBundle';
export { openBundle } from './bundle/openBundle';
export type { OpenedBundle } from './bundle/openBundle';
export type { Statement } from './bundle/openStatement';
export { assertBundleBounds, MAX_BUNDLE_BYTES } from './bundle/bounds';
export { COSIGN_SIGN, kindOfPredicate } from './bundle/predicateTypes';
export { decodeLayer, maxPayloadBytes } from './cosign/decodeLayer';
export { encodeLayer, openLayer } from './cosign/LayerContainer';
export type { LayerContainer } from './cosign/LayerContainer';
export type { SignatureLayer } from './cosign/signatureLayers';
export { openEnvelope } from './cosign/openEnvelope';
export { openSimpleSigning } from './cosign/openSimpleSigning';
export { openStatement } from './bundle/openStatement';
export type { ChartIdentity } from './chart/ChartIdentity';
export { decodeChartConfig, NO_FACTS } from './chart/decodeChartConfig';
export type { ChartConfig } from './chart/decodeChartConfig';
export { decodeChartManifest } from './chart/decodeChartManifest';
export type { ChartManifest } from './chart/decodeChartManifest';
export {
  exactText,
  listOf,
  MAX_TEXT,
  member,
  plainText,
  textOf,
  timeOf,
} from './json/members';
export { parseJson } from './json/parseJson';
export { release } from './release';
export { decodeReferrer } from './referrer/decodeReferrer';
export type { DecodedReferrer } from './referrer/classifyReferrer';
export {
  decodeSignatureTag,
  decodeTagged,
} from './referrer/decodeSignatureTag';
export type { SignatureTag } from './referrer/decodeSignatureTag';
export { DSSE_ENVELOPE, INDEXES, OCI_MANIFEST } from './mediaTypes';
export {
  MAX_PROVENANCE_FILE_BYTES,
  openProvenanceFile,
  readProvenanceStatement,
} from './provenanceFile';
export type { ClearSigned, ProvenanceStatement } from './provenanceFile';
export { openNotation } from './notation';
export type { NotationAlgorithm, NotationEnvelope } from './notation';
export { packSbom, readRawSbom, readSbom, unreadSbom } from './sbom';
export type { PackedSbom, ReadSbom } from './sbom';
