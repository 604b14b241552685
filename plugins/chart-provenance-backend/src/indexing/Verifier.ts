import { EvidenceVerifier } from '../verification';

/** The part of the verifier that indexing needs. Free of I/O. */
export type Verifier = Pick<
  EvidenceVerifier,
  'version' | 'verify' | 'decode'
> & {
  materials: { readonly hash: string };
};
