import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseEntityRef } from '../request/parseEntityRef';
import { callerOf, RouteOptions } from './RouteOptions';

/** `GET /entities/{kind}/{namespace}/{name}` */
export function createEntityRoutes({
  service,
  httpAuth,
}: RouteOptions): Router {
  const router = PromiseRouter();
  router.get('/entities/:kind/:namespace/:name', async (request, response) => {
    const entityRef = parseEntityRef(request.params);
    const credentials = await callerOf(request, httpAuth);
    response.json(await service.entity(entityRef, { credentials }));
  });
  return router;
}
