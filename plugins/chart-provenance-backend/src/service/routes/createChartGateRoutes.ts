import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseChartLocator } from '../request/parseLocator';
import { callerOf, RouteOptions } from './RouteOptions';

/** What the environments of the gate ask of one chart. */
export function createChartGateRoutes({
  gate,
  httpAuth,
}: Pick<RouteOptions, 'gate' | 'httpAuth'>): Router {
  const router = PromiseRouter();
  router.get(
    '/entities/:kind/:namespace/:name/charts/:chartId/gate',
    async (request, response) => {
      const locator = parseChartLocator(request.params);
      const credentials = await callerOf(request, httpAuth);
      response.json(await gate.environments(locator, { credentials }));
    },
  );
  return router;
}
