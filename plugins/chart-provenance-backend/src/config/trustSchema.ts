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

const TIME = 'must be a time, like 2026-01-31T00:00:00Z';

/** A day (from its beginning, UTC), or a time with its zone: without one each replica would read it in its own. */
const WRITTEN_TIME =
  /^(\d{4}-\d{2}-\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2}))?$/i;

const isoTimeSchema = z
  .string({ error: TIME })
  .refine(isTime, { error: TIME })
  .transform(text => new Date(text).toISOString());

function isTime(text: string): boolean {
  const [, day] = WRITTEN_TIME.exec(text) ?? [];
  if (day === undefined || Number.isNaN(Date.parse(text))) {
    return false;
  }
  // February has no 30th; readers of dates go on to March.
  const read = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(day);
}

const pathSchema = z
  .string({ error: 'must be the path of a file' })
  .min(1, { error: 'must be the path of a file' });

const demoSchema = z.boolean({ error: 'must be true or false' }).default(false);

/** One repository of a host, and not its owner, a page of it, or a path without a host. */
function isWholeRepository(text: string): boolean {
  const normal = normaliseSource(text);
  if (normal === null || normal.includes('*')) {
    return false;
  }
  const [host, ...path] = normal.split('/');
  if (host === 'github.com') {
    return path.length === 2;
  }
  // GitLab's pages of a repository stand behind `/-/`.
  return (/[.:]/.test(host) || path.length > 1) && !path.includes('-');
}

/** Tools write blanks (gpg) or colons (openssl) between the digits. */
function bareFingerprint(text: string): string {
  return text.replace(/[\s:]/g, '').toLowerCase();
}

/**
 * Hex digits of a fingerprint, with or without blanks or colons: 40 or 64 of OpenPGP, 64 of a public key. An id may look like one; then it means
 * both.
 */
export function isFingerprint(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(bareFingerprint(text));
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

const KEY_OR_FINGERPRINT =
  'must be the id of a key or keyring, or a fingerprint of 40 or 64 hexadecimal digits';

/** Ids, and fingerprints as tools write them. */
const keyOrFingerprintSchema = z
  .string({ error: KEY_OR_FINGERPRINT })
  .transform(text => (isFingerprint(text) ? bareFingerprint(text) : text))
  .refine(text => idSchema.safeParse(text).success, {
    error: KEY_OR_FINGERPRINT,
  });

/** Of an identity: nothing it is compared with holds a wildcard, so one that does would distrust nothing, silently. */
const literalSchema = (what: string) =>
  z
    .string({ error: `must be the ${what}, exactly` })
    .min(1, { error: `must be the ${what}, exactly` })
    .refine(text => !text.includes('*'), {
      error: `must be the ${what}, exactly: there are no patterns here`,
    });

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
    .string({ error: 'must be a digest, like sha256:<64 hexadecimal digits>' })
    .regex(/^sha256:[0-9a-f]{64}$|^sha512:[0-9a-f]{128}$/, {
      error: 'must be a digest, like sha256:<64 hexadecimal digits>',
    })
    .optional(),
  key: keyOrFingerprintSchema.optional(),
  root: idSchema.optional(),
  identity: strictObject({
    issuer: literalSchema('issuer'),
    subject: literalSchema('subject'),
  }).optional(),
  sourceRepository: z
    .string({ error: 'must be a repository, like github.com/acme/tools' })
    // One that no source can equal would distrust nothing, silently.
    .refine(isWholeRepository, {
      error:
        'must be one whole repository with its host, like github.com/acme/tools',
    })
    .optional(),
  logEntry: logEntrySchema.optional(),
  from: isoTimeSchema.optional(),
  until: isoTimeSchema.optional(),
});
