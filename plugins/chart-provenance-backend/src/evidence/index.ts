export { digestSchema } from './descriptorSchema';
export { EvidenceError } from './EvidenceError';
export { decodeBundle } from './bundle/decodeBundle';
export { openBundle } from './bundle/openBundle';
export type { OpenedBundle } from './bundle/openBundle';
export type { Statement } from './bundle/openStatement';
export { assertBundleBounds, MAX_BUNDLE_BYTES } from './bundle/bounds';
export { COSIGN_SIGN, kindOfPredicate } from './bundle/predicateTypes';
export { MAX_PAYLOAD_BYTES } from './cosign/bounds';
export { decodeLayer } from './cosign/decodeLayer';
export { MAX_CONTAINER_BYTES, openLayer } from './cosign/LayerContainer';
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
export { parseJson } from './json/parseJson';
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
