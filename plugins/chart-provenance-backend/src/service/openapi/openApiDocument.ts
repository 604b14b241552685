import {
  chartParameters,
  entityParameters,
  evidenceParameters,
  sbomQueryParameters,
  tagParameters,
  versionParameters,
  versionQueryParameters,
} from './parameters';
import { imagePaths } from './imagePaths';
import { gatePaths } from './gatePaths';
import { lintPaths } from './lintPaths';
import { migrationPaths } from './migrationPaths';
import { answer, refusals } from './responses';
import { schemas } from './schemas';
import { snippetPaths } from './snippetPaths';

const ENTITY = '/entities/{kind}/{namespace}/{name}';
const CHART = `${ENTITY}/charts/{chartId}` as const;

/**
 * The document of the HTTP API, relative to `/api/chart-provenance`. Written by hand; every request is validated against
 * it, and a test asserts that it and the mounted routes name each other.
 */
export const openApiDocument = {
  openapi: '3.0.3',
  info: {
    title: 'Chart Provenance',
    version: '1',
    description:
      'Signatures, SBOMs and provenance of the Helm charts of catalog entities, and the verdict on each version.',
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0',
    },
  },
  servers: [{ url: '/' }],
  components: { schemas },
  paths: {
    [ENTITY]: {
      get: {
        operationId: 'getEntityProvenance',
        summary: 'The charts of an entity, and what is wrong with its claims',
        parameters: entityParameters,
        responses: {
          '200': answer('The charts', 'EntityProvenance'),
          ...refusals,
        },
      },
    },
    [`${CHART}/versions`]: {
      get: {
        operationId: 'listVersions',
        summary: 'The versions of a chart, newest first',
        parameters: [...chartParameters, ...versionQueryParameters],
        responses: { '200': answer('One page', 'VersionPage'), ...refusals },
      },
    },
    [`${CHART}/versions/{digest}`]: {
      get: {
        operationId: 'getVersion',
        summary: 'One version with its verdict, requirements and evidence',
        parameters: versionParameters,
        responses: {
          '200': answer('The version', 'VersionDetail'),
          ...refusals,
        },
      },
    },
    [`${CHART}/versions/{digest}/sbom`]: {
      get: {
        operationId: 'getSbom',
        summary:
          'The components of a version by name, and how they differ from those of another version',
        parameters: [...versionParameters, ...sbomQueryParameters],
        responses: { '200': answer('One page', 'SbomPage'), ...refusals },
      },
    },
    [`${CHART}/versions/{digest}/evidence/{evidenceDigest}`]: {
      get: {
        operationId: 'getEvidence',
        summary: 'The bytes of one piece of evidence as an attachment',
        parameters: evidenceParameters,
        responses: {
          '200': {
            description: 'The bytes; never under a media type of their own',
            content: {
              'application/octet-stream': {
                schema: { type: 'string', format: 'binary' },
              },
            },
          },
          ...refusals,
        },
      },
    },
    [`${CHART}/tags/{tag}/history`]: {
      get: {
        operationId: 'getTagHistory',
        summary: 'Every digest a tag was seen at, newest first',
        parameters: tagParameters,
        responses: { '200': answer('The history', 'TagHistory'), ...refusals },
      },
    },
    [`${CHART}/refresh`]: {
      post: {
        operationId: 'refreshChart',
        summary: 'Look at the chart again now',
        parameters: chartParameters,
        responses: {
          '202': answer('It is due', 'RefreshAnswer'),
          '429': answer(
            'It was refreshed moments ago; see Retry-After',
            'Error',
          ),
          ...refusals,
        },
      },
    },
    ...snippetPaths,
    ...imagePaths,
    ...lintPaths,
    ...gatePaths,
    ...migrationPaths,
    '/distrust': {
      get: {
        operationId: 'getDistrust',
        summary:
          'What the operator distrusts, the versions it reaches and who runs them, for operators',
        responses: {
          '200': answer('The list', 'DistrustReport'),
          ...refusals,
        },
      },
    },
    '/status': {
      get: {
        operationId: 'getStatus',
        summary: 'The health of the index, for operators',
        responses: { '200': answer('The health', 'IndexStatus'), ...refusals },
      },
    },
    '/status/doctor': {
      post: {
        operationId: 'runDoctor',
        summary:
          'Test every configured registry, legacy repository and trust root now',
        responses: {
          '200': answer('What was found', 'DoctorReport'),
          '429': answer(
            'It ran moments ago, or is at work; see Retry-After',
            'Error',
          ),
          ...refusals,
        },
      },
    },
  },
};

/** The part of the document that begins with `/gate`; see `createRouters`. */
export const gateDocument = {
  ...openApiDocument,
  paths: Object.fromEntries(
    Object.entries(gatePaths).filter(([path]) => path.startsWith('/gate')),
  ),
};
