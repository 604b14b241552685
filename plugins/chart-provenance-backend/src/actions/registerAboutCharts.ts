import { NotFoundError } from '@backstage/errors';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ActionServices } from './ActionServices';
import { entityRefOf, locate } from './locate';

const READ_ONLY = { readOnly: true, idempotent: true, destructive: false };
const ENTITY = 'Entity reference, e.g. component:default/payments';
const CHART = 'oci://… or the id of the chart; without, the only one';
/** What a reader can take in, and a model's window. */
const MAX_ROWS = 50;

/** Actions that tell about charts. */
export function registerAboutCharts(
  registry: ActionsRegistryService,
  { service, consumers, migration }: ActionServices,
): void {
  registry.register({
    name: 'get-component-charts',
    title: 'Charts of a component',
    description:
      'Helm charts that a catalog entity owns: where they are, how many versions are verified, rejected, unsigned or could not be checked, how fresh that is, and what is wrong with the entity’s claims. “Present” is never “verified”.',
    attributes: READ_ONLY,
    schema: {
      input: z => z.object({ entityRef: z.string().describe(ENTITY) }),
      output: z =>
        z.object({ charts: z.array(z.any()), problems: z.array(z.any()) }),
    },
    action: async ({ input, credentials }) => {
      const answer = await service.entity(entityRefOf(input.entityRef), {
        credentials,
      });
      return { output: { charts: answer.charts, problems: answer.problems } };
    },
  });
  registry.register({
    name: 'get-chart-version',
    title: 'One version of a chart, with its verdict',
    description:
      'The verdict on one chart version: every requirement of the policy with the evidence that met it or why none did, the proven signer, tags, and the commands that reproduce it.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe(ENTITY),
          chart: z.string().optional().describe(CHART),
          version: z
            .string()
            .optional()
            .describe('Version or manifest digest; the newest without'),
        }),
      output: z =>
        z.object({
          reference: z.string(),
          version: z.string(),
          verdict: z.any(),
          freshness: z.any(),
          tags: z.array(z.any()),
          commands: z.array(
            z.object({ title: z.string(), command: z.string() }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const caller = { credentials };
      const locator = await locate(service, input, caller);
      const page = await service.versions(
        locator,
        { filter: input.version, limit: 200 },
        caller,
      );
      const row = page.items.find(
        one =>
          input.version === undefined ||
          one.version === input.version ||
          one.digest === input.version,
      );
      if (!row) {
        throw new NotFoundError('There is no such version');
      }
      const { digest } = row;
      const detail = await service.version({ ...locator, digest }, caller);
      const { reference, verdict, freshness, tags, commands } = detail;
      return {
        output: {
          reference,
          version: row.version,
          verdict,
          freshness,
          tags,
          commands,
        },
      };
    },
  });
  registry.register({
    name: 'list-chart-consumers',
    title: 'Who runs a chart',
    description:
      'Consumers of a chart: what each wants and runs, how firmly it pins, what checks signatures before it, and findings. At most 50, with counts of all.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe(ENTITY),
          chart: z.string().optional().describe(CHART),
        }),
      output: z =>
        z.object({
          consumers: z.array(z.any()),
          summary: z.any(),
          cut: z.boolean(),
        }),
    },
    action: async ({ input, credentials }) => {
      const caller = { credentials };
      const locator = await locate(service, input, caller);
      const { items, summary } = await consumers.consumers(locator, caller);
      return {
        output: {
          consumers: items.slice(0, MAX_ROWS),
          summary,
          cut: items.length > MAX_ROWS,
        },
      };
    },
  });
  registry.register({
    name: 'get-chart-migration',
    title: 'How far the move of a chart to OCI is',
    description:
      'Phase, alarms, the next step and who must take it, and every check of the migration from the legacy repository to the registry.',
    attributes: READ_ONLY,
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().describe(ENTITY),
          chart: z.string().optional().describe(CHART),
        }),
      output: z =>
        z.object({
          phase: z.string(),
          because: z.string(),
          nextStep: z.any(),
          alarms: z.array(z.any()),
          checks: z.array(z.any()),
        }),
    },
    action: async ({ input, credentials }) => {
      const caller = { credentials };
      const locator = await locate(service, input, caller);
      const state = await migration.migration(locator, caller);
      const { phase, because, nextStep, alarms, checks } = state;
      return { output: { phase, because, nextStep, alarms, checks } };
    },
  });
}
