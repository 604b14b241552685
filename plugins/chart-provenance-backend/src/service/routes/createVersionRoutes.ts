import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import {
  parseChartLocator,
  parseTag,
  parseVersionLocator,
} from '../request/parseLocator';
import { parseVersionQuery } from '../request/parseVersionQuery';
import { callerOf, RouteOptions } from './RouteOptions';

const CHART = '/entities/:kind/:namespace/:name/charts/:chartId';

/** The versions of a chart, one of them, and the history of a tag. */
export function createVersionRoutes({
  service,
  httpAuth,
}: RouteOptions): Router {
  const router = PromiseRouter();
  router.get(`${CHART}/versions`, async (request, response) => {
    const locator = parseChartLocator(request.params);
    const query = parseVersionQuery(request.query);
    const credentials = await callerOf(request, httpAuth);
    response.json(await service.versions(locator, query, { credentials }));
  });
  router.get(`${CHART}/versions/:digest`, async (request, response) => {
    const locator = parseVersionLocator(request.params);
    const credentials = await callerOf(request, httpAuth);
    response.json(await service.version(locator, { credentials }));
  });
  router.get(`${CHART}/tags/:tag/history`, async (request, response) => {
    const locator = parseChartLocator(request.params);
    const tag = parseTag(request.params.tag);
    const credentials = await callerOf(request, httpAuth);
    response.json(await service.tagHistory(locator, tag, { credentials }));
  });
  return router;
}
