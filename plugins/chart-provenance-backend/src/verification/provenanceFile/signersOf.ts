import { ReasonCode } from 'backstage-plugin-chart-provenance-common';
import type { PublicKey, Subkey } from 'openpgp';
import { loadOpenPgp, strictConfig } from './openPgp';
import { RingSigner } from './PreparedKeyring';

const MAX_USER_ID = 120;

/** The primary key and every subkey, with what keeps each from signing now, if something does. */
export async function signersOf(
  key: PublicKey,
  now: Date,
): Promise<RingSigner[]> {
  const signers: RingSigner[] = [];
  const userId = await userIdOf(key, now);
  for (const each of key.getKeys()) {
    const ends = [await key.getExpirationTime(), await expiryOf(each, now)]
      .filter(end => end instanceof Date)
      .map(end => end.toISOString())
      .sort();
    const fingerprint = key.getFingerprint();
    const own = each.getFingerprint();
    signers.push({
      key,
      fingerprint,
      keyId: each.getKeyID().toHex(),
      ...(own !== fingerprint && { subkey: own }),
      ...(userId && { userId }),
      ...(ends.length > 0 && { expiresAt: ends[0] }),
      ...(await whyUnusable(key, each, now, ends[0])),
    });
  }
  return signers;
}

async function expiryOf(key: PublicKey | Subkey, now: Date) {
  return 'mainKey' in key ? key.getExpirationTime(now) : null;
}

/** Printable, so that it cannot rearrange the line it is shown in. */
async function userIdOf(key: PublicKey, now: Date): Promise<string> {
  try {
    const { user } = await key.getPrimaryUser(now);
    const text = user.userID?.userID ?? '';
    return text.replace(/\p{C}/gu, '').slice(0, MAX_USER_ID);
  } catch {
    return '';
  }
}

async function whyUnusable(
  key: PublicKey,
  each: PublicKey | Subkey,
  now: Date,
  end: string | undefined,
): Promise<Pick<RingSigner, 'unusable'>> {
  const openpgp = await loadOpenPgp();
  const config = { ...openpgp.config, ...strictConfig(openpgp) };
  const name = `The PGP key ${each.getFingerprint()}`;
  const unusable = (code: ReasonCode, why: string) => ({
    unusable: { code, message: `${name} ${why}.` },
  });
  try {
    await key.getSigningKey(each.getKeyID(), now, undefined, config);
    return {};
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    if (/revoked/i.test(why)) {
      return unusable('distrusted', 'is revoked');
    }
    if (end !== undefined && Date.parse(end) <= now.getTime()) {
      const since = `expired at ${end}, and nothing proves that it signed before`;
      return unusable('certificate-expired', since);
    }
    return /weak|insecure|disabled/i.test(why)
      ? unusable(
          'bad-signature',
          'is too weak, or certified with too weak a hash',
        )
      : unusable('bad-signature', 'may not sign');
  }
}
