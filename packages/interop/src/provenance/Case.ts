import type { ReasonName } from './ReasonName.ts';

/** A provenance file, the ring it is held against, and what we say of it. */
export interface Case {
  name: string;
  /** The provenance file. */
  prov: string;
  /** Name of the ring. */
  ring: string;
  /** Path of the archive it lies beside. */
  archive: string;
  version: string;
  expected: 'proven' | ReasonName;
  /** Why we say another thing than Helm. */
  differs?: string;
}
