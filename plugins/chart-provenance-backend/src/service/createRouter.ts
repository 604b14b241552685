import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { Router } from 'express';
import { openApiDocument } from './openapi';
import { createConsumerRoutes } from './routes/createConsumerRoutes';
import { createDistrustRoutes } from './routes/createDistrustRoutes';
import { createDoctorRoutes } from './routes/createDoctorRoutes';
import { createEntityRoutes } from './routes/createEntityRoutes';
import { createEvidenceRoutes } from './routes/createEvidenceRoutes';
import { createInventoryRoutes } from './routes/createInventoryRoutes';
import { createMigrationRoutes } from './routes/createMigrationRoutes';
import { createRefreshRoutes } from './routes/createRefreshRoutes';
import { createSbomRoutes } from './routes/createSbomRoutes';
import { createStatusRoutes } from './routes/createStatusRoutes';
import { createVersionRoutes } from './routes/createVersionRoutes';
import { RouteOptions } from './routes/RouteOptions';

/** The HTTP API, validated against its document, which `GET /openapi.json` answers with. */
export function createRouter(options: RouteOptions): Router {
  const router = createValidatedOpenApiRouter(openApiDocument);
  router.use(createEntityRoutes(options));
  router.use(createVersionRoutes(options));
  router.use(createSbomRoutes(options));
  router.use(createEvidenceRoutes(options));
  router.use(createRefreshRoutes(options));
  router.use(createConsumerRoutes(options));
  router.use(createMigrationRoutes(options));
  router.use(createInventoryRoutes(options));
  router.use(createStatusRoutes(options));
  router.use(createDoctorRoutes(options));
  router.use(createDistrustRoutes(options));
  return router;
}
