export { digestSchema } from './descriptorSchema';
export { EvidenceError } from './EvidenceError';
export { decodeBundle } from './bundle/decodeBundle';
export { openBundle } from './bundle/openBundle';
export type { OpenedBundle } from './bundle/openBundle';
export type { Statement } from './bundle/openStatement';
export { MAX_BUNDLE_BYTES } from './bundle/bounds';
export { COSIGN_SIGN, kindOfPredicate } from './bundle/predicateTypes';
export { decodeChartConfig, NO_FACTS } from './chart/decodeChartConfig';
export type { ChartConfig } from './chart/decodeChartConfig';
export { decodeChartManifest } from './chart/decodeChartManifest';
export type { ChartManifest } from './chart/decodeChartManifest';
export { parseJson } from './json/parseJson';
export { decodeReferrer } from './referrer/decodeReferrer';
export type { DecodedReferrer } from './referrer/classifyReferrer';
export {
  decodeSignatureTag,
  signatureTagEvidence,
} from './referrer/decodeSignatureTag';
export type { SignatureTag } from './referrer/decodeSignatureTag';
export { INDEXES, OCI_MANIFEST } from './mediaTypes';
