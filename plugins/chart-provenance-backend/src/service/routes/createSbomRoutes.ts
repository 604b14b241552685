import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseVersionLocator } from '../request/parseLocator';
import { parseSbomQuery } from '../request/parseSbomQuery';
import { callerOf, RouteOptions } from './RouteOptions';

/** The components of a version, as its SBOM tells them. */
export function createSbomRoutes({ service, httpAuth }: RouteOptions): Router {
  const router = PromiseRouter();
  router.get(
    '/entities/:kind/:namespace/:name/charts/:chartId/versions/:digest/sbom',
    async (request, response) => {
      const locator = parseVersionLocator(request.params);
      const query = parseSbomQuery(request.query);
      const credentials = await callerOf(request, httpAuth);
      response.json(await service.sbom(locator, query, { credentials }));
    },
  );
  return router;
}
