import type { PublicKey } from 'openpgp';
import { ReasonCode } from 'backstage-plugin-chart-provenance-common';

/** A key of a ring, or one of its subkeys, and whether signatures by it count. */
export interface RingSigner {
  /** The key whose `fingerprint` is shown: the primary one. */
  key: PublicKey;
  /** Hex, lower case. */
  fingerprint: string;
  /** 16 hex digits, lower case. */
  keyId: string;
  /** Fingerprint of the subkey, where it is one. */
  subkey?: string;
  userId?: string;
  /** ISO; absent for a key that does not expire. */
  expiresAt?: string;
  /** Why nothing is proven by it; absent when it may sign. The sentence names the key. */
  unusable?: { code: ReasonCode; message: string };
}

/** A keyring ready to verify under. Without usable signers nothing is proven under it. */
export interface PreparedKeyring {
  id: string;
  /** Changes when any outcome under this ring might. */
  hash: string;
  signers: readonly RingSigner[];
  validFrom?: string;
  validUntil?: string;
  /**
   * Nothing is ever proven under one that is not `usable`. `lapsed`: its keys have expired or are revoked, which happens by itself;
   * `unusable`: it cannot be read, or no key in it may sign, which is a mistake.
   */
  state: 'usable' | 'lapsed' | 'unusable';
  /** One sentence for the operator: what it holds, or why it cannot be used. */
  detail: string;
}
