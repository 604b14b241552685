import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseImageQuery } from '../request/parseImageQuery';
import { parseVersionLocator } from '../request/parseLocator';
import { callerOf, RouteOptions } from './RouteOptions';

/** Which images a version deploys, and who runs an image. */
export function createImageRoutes({ images, httpAuth }: RouteOptions): Router {
  const router = PromiseRouter();
  router.get(
    '/entities/:kind/:namespace/:name/charts/:chartId/versions/:digest/images',
    async (request, response) => {
      const locator = parseVersionLocator(request.params);
      const credentials = await callerOf(request, httpAuth);
      response.json(await images.images(locator, { credentials }));
    },
  );
  router.get('/images', async (request, response) => {
    const query = parseImageQuery(request.query);
    const credentials = await callerOf(request, httpAuth);
    response.json(await images.uses(query, { credentials }));
  });
  return router;
}
