import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ConformanceCase } from './ConformanceCase.ts';

/** Who signs in the public suite where a case does not say so. */
const IDENTITY =
  'https://github.com/sigstore-conformance/extremely-dangerous-public-oidc-beacon/.github/workflows/extremely-dangerous-oidc-beacon.yml@refs/heads/main';
const ISSUER = 'https://token.actions.githubusercontent.com';

/** A case whose files cannot be read proves nothing, whether it must fail or not. */
export interface UnreadableCase {
  name: string;
  unreadable: string;
}

/**
 * Reads every case of a folder, in the order of their names.
 *
 * @see https://github.com/sigstore/sigstore-conformance/tree/main/test/assets/bundle-verify
 */
export function readCases(
  folder: string,
): (ConformanceCase | UnreadableCase)[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map(name => {
      try {
        return readCase(folder, name);
      } catch (error) {
        return {
          name,
          unreadable: error instanceof Error ? error.message : String(error),
        };
      }
    });
}

function readCase(folder: string, name: string): ConformanceCase {
  const path = (file: string) => join(folder, name, file);
  const text = (file: string) =>
    existsSync(path(file)) ? readFileSync(path(file), 'utf8') : undefined;
  const trustedRoot = text('trusted_root.json');
  return {
    name,
    mustFail: name.endsWith('_fail'),
    bundle: readFileSync(path('bundle.sigstore.json')),
    artifact: readFileSync(
      existsSync(path('artifact')) ? path('artifact') : join(folder, 'a.txt'),
    ),
    ...(trustedRoot && { trustedRoot: JSON.parse(trustedRoot) }),
    key: text('key.pub'),
    identity: text('identity')?.trim() ?? IDENTITY,
    issuer: text('issuer')?.trim() ?? ISSUER,
    refusedAs: text('refused-as')?.trim(),
  };
}
