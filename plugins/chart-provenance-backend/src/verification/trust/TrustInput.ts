import type { KeyringInput } from '../provenanceFile';
import { KeyInput, RootInput, StoreInput } from '../types';

/**
 * All trust material as plain data, in the order it was configured: it can be sent to a worker, and is prepared there as it is here.
 *
 * @internal
 */
export interface TrustInput {
  roots: RootInput[];
  keys: KeyInput[];
  keyrings: KeyringInput[];
  stores: StoreInput[];
}
