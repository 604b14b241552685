import { createValidatedOpenApiRouter } from '@backstage/backend-openapi-utils';
import { json, Router } from 'express';
import { gateDocument, openApiDocument } from './openapi';
import { createChartGateRoutes } from './routes/createChartGateRoutes';
import { createConsumerRoutes } from './routes/createConsumerRoutes';
import { createDistrustRoutes } from './routes/createDistrustRoutes';
import { createDoctorRoutes } from './routes/createDoctorRoutes';
import { createEntityRoutes } from './routes/createEntityRoutes';
import { createEvidenceRoutes } from './routes/createEvidenceRoutes';
import { createImageRoutes } from './routes/createImageRoutes';
import { createGateExportRoutes } from './routes/createGateExportRoutes';
import { createGateRoutes } from './routes/createGateRoutes';
import { createInventoryRoutes } from './routes/createInventoryRoutes';
import { createLintRoutes, lintBody } from './routes/createLintRoutes';
import { createMigrationRoutes } from './routes/createMigrationRoutes';
import { createRefreshRoutes } from './routes/createRefreshRoutes';
import { createSbomRoutes } from './routes/createSbomRoutes';
import { createSnippetRoutes } from './routes/createSnippetRoutes';
import { createStatusRoutes } from './routes/createStatusRoutes';
import { createVersionRoutes } from './routes/createVersionRoutes';
import { RouteOptions } from './routes/RouteOptions';

/** The HTTP API in its two parts. */
export interface Routers {
  /** Whatever begins with `/gate`. */
  gate: Router;
  /** Everything else, and `GET /openapi.json`. */
  others: Router;
}

/** The HTTP API, validated against its document, which `GET /openapi.json` answers with. */
export function createRouter(options: RouteOptions): Router {
  const { gate, others } = createRouters(options);
  const router = Router();
  router.use((request, response, next) =>
    /^\/gate(?:\/|$)/.test(request.path)
      ? gate(request, response, next)
      : others(request, response, next),
  );
  return router;
}

/**
 * For every request the validator makes an expression of each path of its document, one after the other, until one matches. The gate is asked
 * hundreds of times a second by those who wait for it, so it has a document of its own.
 */
export function createRouters(options: RouteOptions): Routers {
  const gate = createValidatedOpenApiRouter(gateDocument);
  gate.use(createGateExportRoutes(options));
  gate.use(createGateRoutes(options));
  const others = createValidatedOpenApiRouter(openApiDocument, {
    middleware: [lintBody(), json()],
  });
  others.use(createEntityRoutes(options));
  others.use(createVersionRoutes(options));
  others.use(createSbomRoutes(options));
  others.use(createEvidenceRoutes(options));
  others.use(createRefreshRoutes(options));
  others.use(createConsumerRoutes(options));
  others.use(createMigrationRoutes(options));
  others.use(createImageRoutes(options));
  others.use(createInventoryRoutes(options));
  others.use(createStatusRoutes(options));
  others.use(createDoctorRoutes(options));
  others.use(createDistrustRoutes(options));
  others.use(createSnippetRoutes(options));
  others.use(createChartGateRoutes(options));
  others.use(createLintRoutes(options));
  return { gate, others };
}
