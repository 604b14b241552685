import { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { CONSUMES_ANNOTATION } from 'backstage-plugin-chart-provenance-common';
import {
  ConsumerObservation,
  ConsumerSourceError,
  ConsumerSourceProvider,
} from 'backstage-plugin-chart-provenance-node';
import { consumersOfEntity } from './consumersOfEntity';

const PAGE_SIZE = 500;
const MAX_CONSUMERS = 20_000;
const MAX_PROBLEMS = 1_000;

/** What reading the annotations needs. */
export interface AnnotationConsumersOptions {
  catalog: Pick<CatalogService, 'streamEntities'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
}

/** The provider `annotations`: one source, the catalog's entities with `chart-provenance/consumes`. */
export function createAnnotationConsumers(
  options: AnnotationConsumersOptions,
): ConsumerSourceProvider {
  return {
    id: 'annotations',
    async sources() {
      return {
        sources: [
          {
            id: 'annotations:catalog',
            title: 'Annotations in the catalog',
            cluster: null,
            read: ({ signal }) => readCatalog(options, signal),
          },
        ],
        unreadable: [],
      };
    },
  };
}

async function readCatalog(
  options: AnnotationConsumersOptions,
  signal: AbortSignal,
): Promise<ConsumerObservation> {
  const observation: ConsumerObservation = {
    consumers: [],
    problems: [],
    complete: true,
    incompleteBecause: null,
  };
  try {
    await addEntities(options, observation, signal);
  } catch (error) {
    signal.throwIfAborted();
    throw new ConsumerSourceError('The catalog could not be read to its end.', {
      fix: 'It is read again by itself; see whether the catalog answers.',
      cause: error,
    });
  }
  return observation;
}

async function addEntities(
  { catalog, auth }: AnnotationConsumersOptions,
  observation: ConsumerObservation,
  signal: AbortSignal,
): Promise<void> {
  const pages = catalog.streamEntities(
    {
      filter: {
        [`metadata.annotations.${CONSUMES_ANNOTATION}`]: CATALOG_FILTER_EXISTS,
      },
      pageSize: PAGE_SIZE,
    },
    { credentials: await auth.getOwnServiceCredentials() },
  );
  for await (const page of pages) {
    signal.throwIfAborted();
    for (const entity of page) {
      const { consumers, problems } = consumersOfEntity(entity);
      observation.consumers.push(...consumers);
      observation.problems.push(...problems);
    }
    observation.problems.splice(MAX_PROBLEMS);
    if (observation.consumers.length > MAX_CONSUMERS) {
      observation.consumers.splice(MAX_CONSUMERS);
      observation.complete = false;
      observation.incompleteBecause = `Only the first ${MAX_CONSUMERS} annotated uses are read.`;
      return;
    }
  }
}
