import { PreparedKeyring } from '../provenanceFile';
import { KeyInput, RootInput, StoreInput, TrustState } from '../types';
import { hashOf } from './hashOf';
import { PreparedKey, prepareKey } from './prepareKey';
import { PreparedRoot, prepareRoot } from './prepareRoot';
import { PreparedStore, prepareStore } from './prepareStore';

/**
 * Every root, key, keyring and store the operator configured, checked and prepared. Immutable.
 *
 * @internal
 */
export class TrustMaterialSet {
  readonly roots: readonly PreparedRoot[];
  readonly keys: readonly PreparedKey[];
  readonly keyrings: readonly PreparedKeyring[];
  readonly stores: readonly PreparedStore[];
  /** SHA-256 (hex) over all of them: changes when any outcome might. */
  readonly hash: string;

  /**
   * Never throws for bad material: a root or key that cannot be used is kept with `ok: false` in `states`, and every
   * verification under it fails. Keyrings come prepared, because reading them takes OpenPGP.js, which is asynchronous; none unless told.
   */
  static from(input: {
    roots: RootInput[];
    keys: KeyInput[];
    keyrings?: readonly PreparedKeyring[];
    stores?: readonly StoreInput[];
  }): TrustMaterialSet {
    return new TrustMaterialSet(
      input.roots.map(prepareRoot),
      input.keys.map(prepareKey),
      input.keyrings ?? [],
      (input.stores ?? []).map(prepareStore),
    );
  }

  private constructor(
    roots: PreparedRoot[],
    keys: PreparedKey[],
    keyrings: readonly PreparedKeyring[],
    stores: readonly PreparedStore[],
  ) {
    this.roots = roots;
    this.keys = keys;
    this.keyrings = keyrings;
    this.stores = stores;
    this.hash = hashOf(
      [roots, keys, keyrings, stores].map(each =>
        each.map(({ id, hash }) => [id, hash]),
      ),
    );
  }

  /** Roots first, in the order they were configured. */
  states(now: Date): TrustState[] {
    return [
      ...this.roots.map(({ id, material, detail, asOf }) => ({
        id,
        kind: 'root' as const,
        ok: material !== undefined,
        detail,
        ageMs: asOf ? now.getTime() - Date.parse(asOf) : null,
      })),
      ...this.keys.map(({ id, publicKey, detail }) => ({
        id,
        kind: 'key' as const,
        ok: publicKey !== undefined,
        detail,
        ageMs: null,
      })),
      ...this.keyrings.map(({ id, state, detail }) => ({
        id,
        kind: 'keyring' as const,
        ok: state === 'usable',
        detail,
        ageMs: null,
      })),
      ...this.stores.map(({ id, anchors, detail }) => ({
        id,
        kind: 'store' as const,
        ok: anchors.size > 0,
        detail,
        ageMs: null,
      })),
    ];
  }
}
