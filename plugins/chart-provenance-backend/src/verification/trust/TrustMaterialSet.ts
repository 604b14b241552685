import { KeyInput, RootInput, TrustState } from '../types';
import { hashOf } from './hashOf';
import { PreparedKey, prepareKey } from './prepareKey';
import { PreparedRoot, prepareRoot } from './prepareRoot';

/**
 * Every root and key the operator configured, checked and prepared. Immutable.
 *
 * @internal
 */
export class TrustMaterialSet {
  readonly roots: readonly PreparedRoot[];
  readonly keys: readonly PreparedKey[];
  /** SHA-256 (hex) over all roots and keys: changes when any outcome might. */
  readonly hash: string;

  /**
   * Never throws for bad material: a root or key that cannot be used is kept with `ok: false` in `states`, and every
   * verification under it fails.
   */
  static from(input: {
    roots: RootInput[];
    keys: KeyInput[];
  }): TrustMaterialSet {
    return new TrustMaterialSet(
      input.roots.map(prepareRoot),
      input.keys.map(prepareKey),
    );
  }

  private constructor(roots: PreparedRoot[], keys: PreparedKey[]) {
    this.roots = roots;
    this.keys = keys;
    this.hash = hashOf([
      roots.map(({ id, hash }) => [id, hash]),
      keys.map(({ id, hash }) => [id, hash]),
    ]);
  }

  /**
   * SHA-256 (hex) of everything an outcome under this root or key depends on; undefined for an id that is not configured.
   *
   * @param id - `root:<id>` or `key:<id>`, as in `Verification.trust`, or the bare id.
   */
  materialHash(id: string): string | undefined {
    const root = this.roots.find(
      each => id === `root:${each.id}` || id === each.id,
    );
    if (root) {
      return root.hash;
    }
    const key = this.keys.find(
      each => id === `key:${each.id}` || id === each.id,
    );
    // Roots vouch for the times at which a key signed.
    return key && hashOf([key.hash, this.roots.map(each => each.hash)]);
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
    ];
  }
}
