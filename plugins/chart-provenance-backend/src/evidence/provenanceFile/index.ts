export { MAX_PROVENANCE_FILE_BYTES } from './bounds';
export type { ClearSigned } from './ClearSigned';
export { openProvenanceFile } from './openProvenanceFile';
export type { ProvenanceStatement } from './ProvenanceStatement';
export { readProvenanceStatement } from './readProvenanceStatement';
