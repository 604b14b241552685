import type { ReasonCode } from 'backstage-plugin-chart-provenance-common';

/** A signature, the store it is held against, and what we say of it. */
export interface Case {
  name: string;
  syntax: 'jws' | 'cose';
  envelope: Buffer;
  /** Name of the store. */
  store: string;
  expected: 'proven' | ReasonCode;
  /** Why we say another thing than Notation. */
  differs?: string;
}
