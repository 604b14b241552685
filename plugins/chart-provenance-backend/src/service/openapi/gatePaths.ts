import {
  decisionParameters,
  decisionQueryParameters,
  exportQueryParameters,
  policyQueryParameters,
} from './gateParameters';
import { chartParameters } from './parameters';
import { answer, body, refusals } from './responses';

const limited = {
  '429': answer('You ask too often; see Retry-After', 'Error'),
};
const unavailable = answer(
  'It cannot be decided, with the decision that says why; or the decision could not be written down, with an Error',
  'GateDecision',
);

/** The gate. */
export const gatePaths = {
  '/gate': {
    post: {
      operationId: 'askGate',
      summary: 'May this chart version be promoted?',
      requestBody: body('GateRequest'),
      responses: {
        '200': answer(
          'Go on: allowed, or the environment is not enforced yet',
          'GateDecision',
        ),
        '412': answer('Do not go on', 'GateDecision'),
        '503': unavailable,
        ...limited,
        ...refusals,
      },
    },
  },
  '/gate/decisions': {
    get: {
      operationId: 'listGateDecisions',
      summary: 'What the gate decided, newest first',
      parameters: decisionQueryParameters,
      responses: { '200': answer('One page', 'GateLogPage'), ...refusals },
    },
  },
  '/gate/decisions/export': {
    get: {
      operationId: 'exportGateDecisions',
      summary: 'The same as a file',
      parameters: exportQueryParameters,
      responses: {
        '200': {
          description: 'CSV, or a JSON object a line, as an attachment',
          content: {
            'text/csv': { schema: { type: 'string' } },
            'application/x-ndjson': { schema: { type: 'string' } },
          },
        },
        ...refusals,
      },
    },
  },
  '/gate/decisions/{id}': {
    get: {
      operationId: 'getGateDecision',
      summary: 'One decision',
      parameters: decisionParameters,
      responses: { '200': answer('The decision', 'GateLogRow'), ...refusals },
    },
  },
  '/gate/reports': {
    post: {
      operationId: 'reportGateDecisions',
      summary: 'Tell of decisions that were made without this backend',
      requestBody: body('GateReport'),
      responses: {
        '200': answer('What was written down', 'GateReportAnswer'),
        ...limited,
        ...refusals,
      },
    },
  },
  '/gate/policy': {
    get: {
      operationId: 'getGatePolicy',
      summary: 'The policy file that the gate decides by offline, for a chart',
      parameters: policyQueryParameters,
      responses: {
        '200': answer('The file', 'OfflinePolicy'),
        '409': answer(
          'A trust root of its policies is stale, or its registry is gone',
          'Error',
        ),
        ...limited,
        ...refusals,
      },
    },
  },
  '/gate/impact': {
    post: {
      operationId: 'getGateImpact',
      summary: 'What a change would block before it is made, for operators',
      requestBody: body('GateChange'),
      responses: {
        '200': answer('What it would block', 'GateImpact'),
        ...refusals,
      },
    },
  },
  '/entities/{kind}/{namespace}/{name}/charts/{chartId}/gate': {
    get: {
      operationId: 'getChartGate',
      summary: 'What the environments of the gate ask of a chart',
      parameters: chartParameters,
      responses: {
        '200': answer('The environments', 'GateEnvironments'),
        ...refusals,
      },
    },
  },
};
