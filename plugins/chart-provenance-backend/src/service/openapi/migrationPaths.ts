import {
  chartParameters,
  checkParameters,
  entityParameters,
  unclaimedQueryParameters,
} from './parameters';
import { answer, body, contested, refusals } from './responses';

const ENTITY = '/entities/{kind}/{namespace}/{name}';
const CHART = `${ENTITY}/charts/{chartId}` as const;

/** Consumers, migration and the charts nobody owns. */
export const migrationPaths = {
  [`${CHART}/consumers`]: {
    get: {
      operationId: 'listConsumers',
      summary: 'Who deploys or depends on a chart, and what they run',
      parameters: chartParameters,
      responses: {
        '200': answer('The consumers', 'ConsumerList'),
        ...refusals,
      },
    },
  },
  [`${ENTITY}/consumes`]: {
    get: {
      operationId: 'listConsumed',
      summary: 'The charts that an entity deploys or depends on',
      parameters: entityParameters,
      responses: { '200': answer('The charts', 'ConsumesList'), ...refusals },
    },
  },
  [`${ENTITY}/overview`]: {
    get: {
      operationId: 'getOverview',
      summary: 'What runs, who uses it and how far its migration is, in short',
      parameters: entityParameters,
      responses: { '200': answer('In short', 'EntityOverview'), ...refusals },
    },
  },
  [`${CHART}/migration`]: {
    get: {
      operationId: 'getMigration',
      summary: 'Phase, checks, parity and roll-back of a chart',
      parameters: chartParameters,
      responses: { '200': answer('The state', 'MigrationState'), ...refusals },
    },
  },
  [`${CHART}/migration.md`]: {
    get: {
      operationId: 'getMigrationMarkdown',
      summary: 'The same as Markdown',
      parameters: chartParameters,
      responses: {
        '200': {
          description: 'Markdown, as an attachment',
          content: { 'text/markdown': { schema: { type: 'string' } } },
        },
        ...refusals,
      },
    },
  },
  [`${CHART}/migration/checks/{checkId}`]: {
    put: {
      operationId: 'signOff',
      summary: 'Sign off what only people can say; users only',
      parameters: checkParameters,
      requestBody: body('SignOffRequest'),
      responses: {
        '200': answer('The state', 'MigrationState'),
        ...refusals,
        ...contested,
      },
    },
  },
  [`${CHART}/migration/plan`]: {
    put: {
      operationId: 'setPlan',
      summary: 'Set the dates of the migration; users only',
      parameters: chartParameters,
      requestBody: body('MigrationPlan'),
      responses: {
        '200': answer('The state', 'MigrationState'),
        ...refusals,
        ...contested,
      },
    },
  },
  '/inventory': {
    get: {
      operationId: 'listUnclaimed',
      summary: 'Charts that nobody owns, with who might; for operators',
      parameters: unclaimedQueryParameters,
      responses: { '200': answer('One page', 'InventoryPage'), ...refusals },
    },
  },
  '/inventory/mappings': {
    post: {
      operationId: 'acceptMappings',
      summary: 'Say whose charts are; for operators, users only',
      requestBody: body('MappingRequest'),
      responses: { '200': answer('What holds', 'MappingAnswer'), ...refusals },
    },
  },
};
