import { z } from 'zod';
import { checkReferences } from './checkReferences';
import { readConsumersSection } from './consumersSection';
import { indexingSchema } from './indexingSchema';
import { isObject } from './isObject';
import { Problems } from './problems';
import { readChecklist } from './readChecklist';
import { readGate } from './readGate';
import { readImages } from './readImages';
import { readLegacyRepositories } from './readLegacyRepositories';
import { readPolicies } from './readPolicies';
import { readRegistries } from './readRegistries';
import { readTrust } from './readTrust';
import { strictObject } from './strictObject';
import { ChartProvenanceConfig, IndexingConfig } from './types';

const FIVE_MINUTES_MS = 5 * 60 * 1000;
const QUARTER_HOUR_MS = 15 * 60 * 1000;

const listSchema = z
  .array(z.unknown(), { error: 'must be a list' })
  .default([]);

const topSchema = strictObject({
  registries: listSchema,
  legacyRepositories: listSchema,
  trust: z.unknown().optional(),
  policies: listSchema,
  indexing: z.unknown().optional(),
  consumers: z.unknown().optional(),
  checklist: z.unknown().optional(),
  gate: z.unknown().optional(),
  images: z.unknown().optional(),
});

const trustSchema = strictObject({
  roots: listSchema,
  keys: listSchema,
  keyrings: listSchema,
  stores: listSchema,
  distrust: listSchema,
});

/**
 * Reads `chartProvenance` as written. Pure; what is wrong lands in `problems`, all of it at once. What is returned is
 * complete only when there are none.
 *
 * @internal
 */
export function parseConfig(
  raw: unknown,
  problems: Problems,
  options: { credentialTypes: readonly string[] } = { credentialTypes: [] },
): ChartProvenanceConfig {
  const written = isObject(raw) ? raw : {};
  problems.parse(topSchema, raw ?? {}, '');
  problems.parse(trustSchema, written.trust ?? {}, 'trust');
  const trust = isObject(written.trust) ? written.trust : {};
  const indexing = problems.parse(
    indexingSchema,
    written.indexing ?? {},
    'indexing',
  );
  const config: ChartProvenanceConfig = {
    ...readRegistries(
      list(written.registries),
      options.credentialTypes,
      problems,
    ),
    legacyRepositories: readLegacyRepositories(
      list(written.legacyRepositories),
      problems,
    ),
    trust: readTrust(
      {
        roots: list(trust.roots),
        keys: list(trust.keys),
        keyrings: list(trust.keyrings),
        stores: list(trust.stores),
        distrust: list(trust.distrust),
      },
      problems,
    ),
    policies: readPolicies(list(written.policies), problems),
    indexing: withDefaults(indexing),
    consumers: readConsumersSection(written.consumers, problems),
    checklist: readChecklist(written.checklist, problems),
    gate: readGate(written.gate, problems),
    images: readImages(written.images, problems),
  };
  checkReferences(written, problems);
  return config;
}

function withDefaults(
  indexing: z.output<typeof indexingSchema> | undefined,
): IndexingConfig {
  const intervalMs = indexing?.interval ?? QUARTER_HOUR_MS;
  return {
    intervalMs,
    discoveryIntervalMs:
      indexing?.discoveryInterval ?? Math.min(intervalMs, FIVE_MINUTES_MS),
    concurrency: indexing?.concurrency ?? 4,
    verifierWorkers: indexing?.verifierWorkers ?? null,
  };
}

/** Entries are read even when the list beside them has problems, so that all are reported together. */
function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
