import { EvidenceVerifier } from '../verification';

/** The part of the verifier that indexing needs. Synchronous and free of I/O. */
export type Verifier = Pick<EvidenceVerifier, 'version' | 'verify'> & {
  materials: { readonly hash: string };
};
