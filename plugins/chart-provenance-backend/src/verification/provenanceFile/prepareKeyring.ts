import { hashOf } from '../trust/hashOf';
import { PreparedKeyring, RingSigner } from './PreparedKeyring';
import { readKeyring } from './readKeyring';
import { signersOf } from './signersOf';
import { KeyringInput } from './types';

/** What happens to a good key in time. */
const LAPSES: ReadonlySet<string> = new Set([
  'certificate-expired',
  'distrusted',
]);
const MAX_SHOWN = 8;

/**
 * Checks and prepares a keyring; a bad one becomes a ring under which nothing is proven. Never throws.
 *
 * @param now - what has expired or is revoked now stays out until the ring is prepared again.
 * @internal
 */
export async function prepareKeyring(
  { id, armored, ...window }: KeyringInput,
  now: Date,
): Promise<PreparedKeyring> {
  try {
    const signers: RingSigner[] = [];
    for (const key of await readKeyring(armored, now)) {
      signers.push(...(await signersOf(key, now)));
    }
    return {
      ...{ id, signers, ...window, hash: hashOfRing(signers, window) },
      ...stateOf(id, signers),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it cannot be read';
    return {
      ...{ id, signers: [], hash: hashOf({ id, unusable: true }) },
      state: 'unusable',
      detail: `Keyring ${id} cannot be used: ${why}.`,
    };
  }
}

function stateOf(
  id: string,
  signers: readonly RingSigner[],
): Pick<PreparedKeyring, 'state' | 'detail'> {
  const whys = signers.flatMap(({ unusable }) => unusable ?? []);
  if (whys.length < signers.length) {
    return { state: 'usable', detail: describe(signers) };
  }
  const messages = [...new Set(whys.map(({ message }) => message))];
  return {
    state: whys.some(({ code }) => LAPSES.has(code)) ? 'lapsed' : 'unusable',
    detail: `Keyring ${id} cannot be used: ${messages
      .slice(0, MAX_SHOWN)
      .join(' ')}`,
  };
}

function hashOfRing(
  signers: readonly RingSigner[],
  { validFrom, validUntil }: Pick<KeyringInput, 'validFrom' | 'validUntil'>,
): string {
  return hashOf([
    validFrom,
    validUntil,
    signers.map(({ fingerprint, subkey, expiresAt, unusable }) => [
      fingerprint,
      subkey,
      expiresAt,
      unusable?.code,
    ]),
  ]);
}

function describe(signers: readonly RingSigner[]): string {
  const usable = signers.filter(({ unusable }) => !unusable);
  const names = usable.map(({ fingerprint, subkey }) => subkey ?? fingerprint);
  const more = names.length - MAX_SHOWN;
  return `OpenPGP keys that may sign: ${names.slice(0, MAX_SHOWN).join(', ')}${
    more > 0 ? ` and ${more} more` : ''
  }.`;
}
