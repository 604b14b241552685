import { z } from 'zod';

const MAX_LISTED = 1_000;
const text = z.string().max(4_096);
const name = z.string().min(1).max(512);
const names = z.array(name).max(MAX_LISTED);
const time = z.iso.datetime({ offset: true });
const milliseconds = z.number().int().nonnegative();
const threshold = z.number().int().min(0).max(10);
const hosts = z.array(name).max(100);
const material = z.string().max(4 * 1024 * 1024);
const window = { validFrom: time.optional(), validUntil: time.optional() };

const signerSchema = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('keyless'),
      root: name,
      issuer: text,
      subject: text.optional(),
      subjectPattern: text.optional(),
      sourceRepositoryId: text.optional(),
      sourceOwnerId: text.optional(),
      trigger: text.optional(),
      runnerEnvironment: text.optional(),
    })
    .refine(
      ({ subject, subjectPattern }) =>
        (subject === undefined) !== (subjectPattern === undefined),
    ),
  z.strictObject({ kind: z.literal('key'), key: name }),
  z.strictObject({ kind: z.literal('keyring'), keyring: name }),
  z.strictObject({
    kind: z.literal('store'),
    store: name,
    subject: text.optional(),
  }),
]);

const signers = z.array(signerSchema).min(1).max(50);

const trustPolicySchema = z.strictObject({
  name,
  selectable: z.boolean(),
  anyOf: signers,
  requireAttestations: z
    .array(
      z.strictObject({
        type: text,
        anyOf: signers.optional(),
        builders: z.array(text).min(1).max(50).optional(),
      }),
    )
    .max(50),
  maxStalenessMs: milliseconds,
});

const distrustSchema = z.strictObject({
  id: name,
  reason: text,
  digest: text.optional(),
  key: text.optional(),
  root: text.optional(),
  identity: z.strictObject({ issuer: text, subject: text }).optional(),
  sourceRepository: text.optional(),
  logEntry: text.optional(),
  from: text.optional(),
  until: text.optional(),
});

const environmentSchema = z.strictObject({
  name,
  enforceFrom: z.union([z.enum(['always', 'never']), z.iso.date()]),
  policies: names,
  requireDigest: z.boolean(),
  requireImages: z.boolean(),
  maxAgeMs: milliseconds,
  lifetimeMs: milliseconds,
});

const trustSchema = z.strictObject({
  roots: z
    .array(
      z.strictObject({
        id: name,
        thresholds: z.strictObject({
          tlog: threshold,
          ctlog: threshold,
          timestamp: threshold,
        }),
        trustedRoot: material,
      }),
    )
    .max(50),
  keys: z
    .array(z.strictObject({ id: name, pem: material, ...window }))
    .max(200),
  keyrings: z
    .array(z.strictObject({ id: name, armored: material, ...window }))
    .max(200),
  stores: z.array(z.strictObject({ id: name, pem: material })).max(200),
});

/**
 * A policy file. Strict: a member that is not known here may be a condition, and must not be passed over.
 *
 * @internal
 */
export const offlinePolicySchema = z.strictObject({
  format: z.literal('chart-provenance/gate-policy/v1'),
  issuedAt: time,
  expiresAt: time,
  chart: z.strictObject({
    chartId: name,
    registry: name,
    repository: name,
    entityRef: name.nullable(),
    expectedSource: text.nullable(),
    policies: names,
    requestedPolicies: names,
    conflict: names,
  }),
  registry: z.strictObject({
    plainHttp: z.boolean(),
    allowPrivateAddress: z.boolean(),
    realmHosts: hosts,
    redirectHosts: hosts,
  }),
  policies: z.array(trustPolicySchema).max(MAX_LISTED),
  distrust: z.array(distrustSchema).max(100_000),
  trust: trustSchema,
  environments: z.array(environmentSchema).min(1).max(MAX_LISTED),
  policyHash: name,
  trustHash: name,
  pageUrl: text,
});
