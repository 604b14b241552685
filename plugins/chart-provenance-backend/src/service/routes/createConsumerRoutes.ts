import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseEntityRef } from '../request/parseEntityRef';
import { parseChartLocator } from '../request/parseLocator';
import { callerOf, RouteOptions } from './RouteOptions';

const ENTITY = '/entities/:kind/:namespace/:name';

/** Who uses a chart, which charts an entity uses, and both in short for the overview. */
export function createConsumerRoutes({
  consumers,
  httpAuth,
}: RouteOptions): Router {
  const router = PromiseRouter();
  router.get(`${ENTITY}/charts/:chartId/consumers`, async (req, res) => {
    const locator = parseChartLocator(req.params);
    const credentials = await callerOf(req, httpAuth);
    res.json(await consumers.consumers(locator, { credentials }));
  });
  router.get(`${ENTITY}/consumes`, async (req, res) => {
    const entityRef = parseEntityRef(req.params);
    const credentials = await callerOf(req, httpAuth);
    res.json(await consumers.consumes(entityRef, { credentials }));
  });
  router.get(`${ENTITY}/overview`, async (req, res) => {
    const entityRef = parseEntityRef(req.params);
    const credentials = await callerOf(req, httpAuth);
    res.json(await consumers.overview(entityRef, { credentials }));
  });
  return router;
}
