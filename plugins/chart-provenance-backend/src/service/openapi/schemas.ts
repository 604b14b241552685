import { chartSchemas } from './chartSchemas';
import { consumerSchemas } from './consumerSchemas';
import { distrustSchemas } from './distrustSchemas';
import { doctorSchemas } from './doctorSchemas';
import { evidenceSchemas } from './evidenceSchemas';
import { imageSchemas } from './imageSchemas';
import { gateSchemas } from './gateSchemas';
import { inventorySchemas } from './inventorySchemas';
import { migrationSchemas } from './migrationSchemas';
import { lintSchemas } from './lintSchemas';
import {
  array,
  integer,
  nullable,
  object,
  ref,
  text,
  time,
} from './schemaParts';
import { sbomSchemas } from './sbomSchemas';
import { snippetSchemas } from './snippetSchemas';
import { verdictSchemas } from './verdictSchemas';

/** The schemas of the answers; the types of `backstage-plugin-chart-provenance-common` say more in words. */
export const schemas = {
  ...chartSchemas,
  ...consumerSchemas,
  ...distrustSchemas,
  ...doctorSchemas,
  ...evidenceSchemas,
  ...imageSchemas,
  ...gateSchemas,
  ...inventorySchemas,
  ...lintSchemas,
  ...migrationSchemas,
  ...sbomSchemas,
  ...snippetSchemas,
  ...verdictSchemas,
  RefreshAnswer: object({ dueAt: time }),
  IndexStatus: object({
    charts: object({
      total: integer,
      firstIndexing: integer,
      failed: integer,
      partial: integer,
      unowned: integer,
    }),
    queue: object({
      due: integer,
      leased: integer,
      oldestDueAt: nullable(time),
    }),
    catalog: object({
      lastDiscoveryAt: nullable(time),
      problem: nullable(text),
    }),
    registries: array(
      object({
        host: text,
        charts: integer,
        failing: integer,
        backingOffUntil: nullable(time),
        lastProblem: nullable(text),
      }),
    ),
    trust: array(ref('TrustStatus')),
    verifierVersion: text,
    doctor: nullable(ref('DoctorReport')),
  }),
  Error: object({ error: object({ name: text, message: text }) }),
  EntityProvenance: object({
    entityRef: text,
    charts: array(ref('ChartSummary')),
    problems: array(ref('EntityProblem')),
    catalogSeenAt: nullable(time),
  }),
};
