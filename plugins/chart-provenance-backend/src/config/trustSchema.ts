import { normaliseSource } from 'backstage-plugin-chart-provenance-common';
import { z } from 'zod';
import { durationSchema } from './durationSchema';
import { boundedInteger } from './registrySchema';
import { strictObject } from './strictObject';

/** Ids are shown, stored and named in policies. */
export const idSchema = z
  .string({ error: 'must be an id, like acme-release' })
  .regex(/^[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?$/i, {
    error:
      'must be 1 to 64 letters, digits, dots, dashes or underscores, starting and ending with a letter or digit',
  });

const isoTimeSchema = z
  .string({ error: 'must be a time, like 2026-01-31T00:00:00Z' })
  .refine(
    text => /^\d{4}-\d{2}-\d{2}/.test(text) && !Number.isNaN(Date.parse(text)),
    {
      error: 'must be a time, like 2026-01-31T00:00:00Z',
    },
  )
  .transform(text => new Date(text).toISOString());

const pathSchema = z
  .string({ error: 'must be the path of a file' })
  .min(1, { error: 'must be the path of a file' });

const demoSchema = z.boolean({ error: 'must be true or false' }).default(false);

function isWholeRepository(text: string): boolean {
  return normaliseSource(text)?.includes('*') === false;
}

/**
 * Hex digits of a fingerprint, with or without blanks: 40 or 64 of OpenPGP, 64 of a public key. An id may look like one; then it means
 * both.
 */
export function isFingerprint(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(text.replace(/\s/g, ''));
}

/** `refresh` of a root, where it is not false; what is not told is filled in where it is read. */
export const refreshSchema = strictObject({
  interval: durationSchema({ min: '5m', max: '7d' }).optional(),
  maxAge: durationSchema({ min: '1h', max: '366d' }).optional(),
});

const tufUrlSchema = z
  .string({ error: 'must be the URL of a TUF repository' })
  .refine(isPlainHttpsUrl, {
    error:
      'must be an https URL without user, query and fragment, like https://tuf.example.com',
  })
  .transform(text => new URL(text).href.replace(/\/+$/, ''));

/** Also a path on a server: nothing in it may lead elsewhere. */
const targetSchema = z
  .string({ error: 'must be the path of a target, like trusted_root.json' })
  .max(200)
  .regex(/^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/i, {
    error: 'must be the path of a target, like trusted_root.json',
  });

/** One entry of `trust.roots`. Which keys go with which type is said where it is read. */
export const rootSchema = strictObject({
  id: idSchema,
  type: z.enum(['publicGood', 'file', 'github', 'tuf'], {
    error: 'must be publicGood, file, github or tuf',
  }),
  path: pathSchema.optional(),
  url: tufUrlSchema.optional(),
  rootPath: pathSchema.optional(),
  target: targetSchema.optional(),
  allowPrivateAddress: z.boolean({ error: 'must be true or false' }).optional(),
  refresh: z.unknown().optional(),
  demo: demoSchema,
  thresholds: strictObject({
    tlog: boundedInteger(0, 4).optional(),
    ctlog: boundedInteger(0, 4).optional(),
    timestamp: boundedInteger(0, 4).optional(),
  }).optional(),
});

function isPlainHttpsUrl(text: string): boolean {
  if (!URL.canParse(text)) {
    return false;
  }
  const url = new URL(text);
  return (
    url.protocol === 'https:' &&
    [url.username, url.password, url.search, url.hash].every(part => !part)
  );
}

/** One entry of `trust.keys`. */
export const keySchema = strictObject({
  id: idSchema,
  path: pathSchema.optional(),
  pem: z
    .string({ error: 'must be a public key in PEM' })
    .min(1, { error: 'must be a public key in PEM' })
    .optional(),
  demo: demoSchema,
  validFrom: isoTimeSchema.optional(),
  validUntil: isoTimeSchema.optional(),
});

/** One entry of `trust.keyrings`. */
export const keyringSchema = strictObject({
  id: idSchema,
  path: pathSchema.optional(),
  armored: z
    .string({ error: 'must be armoured OpenPGP public keys' })
    .min(1, { error: 'must be armoured OpenPGP public keys' })
    .optional(),
  demo: demoSchema,
  validFrom: isoTimeSchema.optional(),
  validUntil: isoTimeSchema.optional(),
});

const LOG_ENTRY =
  'must be an entry of a transparency log: its UUID of 80 hexadecimal digits, or the last 64 of them';

/** One entry of `trust.stores`. */
export const storeSchema = strictObject({
  id: idSchema,
  path: pathSchema.optional(),
  pem: z
    .string({ error: 'must be certificates in PEM' })
    .min(1, { error: 'must be certificates in PEM' })
    .optional(),
  demo: demoSchema,
});

/** Ids, and fingerprints as tools write them. */
const keyOrFingerprintSchema = z
  .string({ error: 'must be the id of a key or keyring, or a fingerprint' })
  .transform(text =>
    isFingerprint(text) ? text.replace(/\s/g, '').toLowerCase() : text,
  )
  .pipe(idSchema);

/** Rekor's UUID is the id of a tree before the hash of the leaf; tools write either, in any case. */
const logEntrySchema = z
  .string({ error: LOG_ENTRY })
  .transform(text => text.toLowerCase().replace(/^0x/, ''))
  .refine(text => /^(?:[0-9a-f]{16})?[0-9a-f]{64}$/.test(text), {
    error: LOG_ENTRY,
  })
  .transform(text => text.slice(-64));

/** One entry of `trust.distrust`. */
export const distrustSchema = strictObject({
  id: idSchema,
  reason: z
    .string({ error: 'must say why: it is shown with the verdict' })
    .min(1, { error: 'must say why: it is shown with the verdict' }),
  digest: z
    .string()
    .regex(/^sha256:[0-9a-f]{64}$|^sha512:[0-9a-f]{128}$/, {
      error: 'must be a digest, like sha256:<64 hexadecimal digits>',
    })
    .optional(),
  key: keyOrFingerprintSchema.optional(),
  root: idSchema.optional(),
  identity: strictObject({
    issuer: z.string({ error: 'must be the issuer, exactly' }).min(1),
    subject: z.string({ error: 'must be the subject, exactly' }).min(1),
  }).optional(),
  sourceRepository: z
    .string({ error: 'must be a repository, like github.com/acme/tools' })
    // One that no source can equal would distrust nothing, silently.
    .refine(isWholeRepository, {
      error: 'must be one whole repository, like github.com/acme/tools',
    })
    .optional(),
  logEntry: logEntrySchema.optional(),
  from: isoTimeSchema.optional(),
  until: isoTimeSchema.optional(),
});
