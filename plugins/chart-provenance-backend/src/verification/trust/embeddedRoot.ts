import seeds from '@sigstore/tuf/seeds.json';
import tufPackage from '@sigstore/tuf/package.json';
import { z } from 'zod';

const PUBLIC_GOOD = 'https://tuf-repo-cdn.sigstore.dev';

const base64Text = z
  .base64()
  .transform(text => Buffer.from(text, 'base64').toString('utf8'));

const seedsSchema = z.object({
  [PUBLIC_GOOD]: z.object({
    'root.json': base64Text,
    targets: z.object({ 'trusted_root.json': base64Text }),
  }),
});

const tufRootSchema = z.object({
  signed: z.object({ version: z.number(), expires: z.string() }),
});

/** The public-good root as it was when the package was made. */
export interface EmbeddedRoot {
  trustedRoot: unknown;
  /** Where newer ones are published, without a slash at its end. */
  url: string;
  /** Text of the `root.json` from which on that repository is believed. */
  tufRoot: string;
  /** e.g. `@sigstore/tuf 5.0.1, root version 16`. */
  origin: string;
  /** ISO; when the TUF root that vouches for it expires. It goes on being used where it is not refreshed. */
  expiresAt: string;
}

/** Reads the root of the public Sigstore instance from `@sigstore/tuf`, without any request. */
export function embeddedRoot(): EmbeddedRoot {
  const { 'root.json': tufRoot, targets } =
    seedsSchema.parse(seeds)[PUBLIC_GOOD];
  const { version, expires } = tufRootSchema.parse(JSON.parse(tufRoot)).signed;
  return {
    trustedRoot: JSON.parse(targets['trusted_root.json']),
    url: PUBLIC_GOOD,
    tufRoot,
    origin: `@sigstore/tuf ${tufPackage.version}, root version ${version}`,
    expiresAt: new Date(expires).toISOString(),
  };
}
