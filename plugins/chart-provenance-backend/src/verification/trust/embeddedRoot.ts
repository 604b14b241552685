import seeds from '@sigstore/tuf/seeds.json';
import tufPackage from '@sigstore/tuf/package.json';
import { z } from 'zod';

const PUBLIC_GOOD = 'https://tuf-repo-cdn.sigstore.dev';

const base64Json = z
  .base64()
  .transform((text): unknown =>
    JSON.parse(Buffer.from(text, 'base64').toString('utf8')),
  );

const seedsSchema = z.object({
  [PUBLIC_GOOD]: z.object({
    'root.json': base64Json.pipe(
      z.object({
        signed: z.object({ version: z.number(), expires: z.string() }),
      }),
    ),
    targets: z.object({ 'trusted_root.json': base64Json }),
  }),
});

/** The public-good root as it was when the package was made. */
export interface EmbeddedRoot {
  trustedRoot: unknown;
  /** e.g. `@sigstore/tuf 5.0.1, root version 16`. */
  origin: string;
  /** ISO; when the TUF root that vouches for it expires. It goes on being used: a refresh over TUF comes later. */
  expiresAt: string;
}

/** Reads the root of the public Sigstore instance from `@sigstore/tuf`, without any request. */
export function embeddedRoot(): EmbeddedRoot {
  const seed = seedsSchema.parse(seeds)[PUBLIC_GOOD];
  const { version, expires } = seed['root.json'].signed;
  return {
    trustedRoot: seed.targets['trusted_root.json'],
    origin: `@sigstore/tuf ${tufPackage.version}, root version ${version}`,
    expiresAt: new Date(expires).toISOString(),
  };
}
