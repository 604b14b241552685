export { prepareKeyring } from './prepareKeyring';
export type { PreparedKeyring, RingSigner } from './PreparedKeyring';
export type { KeyringInput, ProvenanceFileInput } from './types';
export { verifyProvenanceFile } from './verifyProvenanceFile';
