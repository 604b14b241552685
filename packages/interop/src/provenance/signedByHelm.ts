import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from './Case.ts';
import { CHART, type Ground } from './Ground.ts';

const KEYS = ['rsa2048', 'rsa3072', 'ed25519', 'p256', 'subkey', 'cert-only'];
/** Helm signs with the primary key, whatever it may do and whichever subkey may, and then does not verify it itself. */
const NOT_SIGNING = new Set(['subkey', 'cert-only']);

/**
 * `helm package --sign` by both versions, with keys of several kinds.
 *
 * @param say - gets a line for each key that a version cannot sign with.
 */
export async function signedByHelm(
  { gpg, helm4, helm3 }: Ground,
  source: string,
  say: (line: string) => void,
): Promise<Case[]> {
  const cases: Case[] = [];
  for (const helm of [helm4, helm3]) {
    for (const key of KEYS) {
      const secretRing = join(gpg.folder, `${key}.secret.gpg`);
      await gpg.writeSecretRing(key, secretRing);
      const name = `${helm.title.replace(' ', '')}-${key}`;
      try {
        cases.push({
          name,
          ...(await sign(helm, source, CHART.version, { key, secretRing })),
          ring: key,
          expected: NOT_SIGNING.has(key) ? 'bad-signature' : 'proven',
        });
      } catch (error) {
        say(`${helm.title} cannot sign with ${key}: ${lastLine(error)}`);
      }
    }
  }
  const secretRing = join(gpg.folder, 'rsa3072.secret.gpg');
  const plus = '1.2.0+build.7';
  cases.push({
    name: 'helm4-plus-in-version',
    ...(await sign(helm4, source, plus, { key: 'rsa3072', secretRing })),
    ring: 'rsa3072',
    expected: 'proven',
  });
  return cases;
}

async function sign(
  helm: Ground['helm4'],
  source: string,
  version: string,
  signer: { key: string; secretRing: string },
): Promise<Pick<Case, 'prov' | 'archive' | 'version'>> {
  const archive = await helm.package(source, version, signer);
  return { prov: readFileSync(`${archive}.prov`, 'utf8'), archive, version };
}

function lastLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split('\n').at(-1) ?? '';
}
