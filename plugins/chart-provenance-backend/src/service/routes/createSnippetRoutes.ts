import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseChartLocator } from '../request/parseLocator';
import { parseSnippetQuery } from '../request/parseSnippetQuery';
import { callerOf, RouteOptions } from './RouteOptions';

const SNIPPETS = '/entities/:kind/:namespace/:name/charts/:chartId/snippets';

/** Texts made for a chart: pipelines, manifests, policies, settings. */
export function createSnippetRoutes({
  snippets,
  httpAuth,
}: RouteOptions): Router {
  const router = PromiseRouter();
  router.get(SNIPPETS, async (request, response) => {
    const locator = parseChartLocator(request.params);
    const query = parseSnippetQuery(request.query);
    const credentials = await callerOf(request, httpAuth);
    response.json(await snippets.snippets(locator, query, { credentials }));
  });
  router.get(`${SNIPPETS}/:snippetId`, async (request, response) => {
    const locator = parseChartLocator(request.params);
    const query = parseSnippetQuery(request.query);
    const credentials = await callerOf(request, httpAuth);
    response.json(
      await snippets.snippet(locator, request.params.snippetId, query, {
        credentials,
      }),
    );
  });
  return router;
}
