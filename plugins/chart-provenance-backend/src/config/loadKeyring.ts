import { stringifyError } from '@backstage/errors';
import { KeyringInput, PreparedKeyring, prepareKeyring } from '../verification';
import { LoadTrustOptions } from './LoadTrustOptions';
import { refuseDemo } from './refuseDemo';
import { KeyringConfig } from './types';

/** Reads the OpenPGP keys of a ring. Keys that have merely expired or are revoked are no mistake: nothing is proven by them. */
export async function loadKeyring(
  { source, demo, ...keyring }: KeyringConfig,
  options: LoadTrustOptions,
): Promise<KeyringInput[]> {
  const { problems, readText, now } = options;
  const path = `trust.keyrings[${keyring.id}]`;
  const at = `${path}.${source.type === 'file' ? 'path' : 'armored'}`;
  try {
    const armored =
      source.type === 'file' ? await readText(source.path) : source.armored;
    const input = { ...keyring, armored };
    const prepared = await prepareKeyring(input, now);
    refuseDemo(path, demo, fingerprintsOf(prepared), options);
    if (prepared.state === 'unusable') {
      problems.add(
        at,
        `${prepared.detail} Export the keys with gpg --armor --export.`,
      );
      return [];
    }
    return [input];
  } catch (error) {
    problems.add(at, `cannot be read: ${stringifyError(error)}`);
    return [];
  }
}

/** Of primary keys, hex in lower case. */
export function fingerprintsOf({
  signers,
}: Pick<PreparedKeyring, 'signers'>): string[] {
  return [...new Set(signers.map(({ fingerprint }) => fingerprint))];
}
