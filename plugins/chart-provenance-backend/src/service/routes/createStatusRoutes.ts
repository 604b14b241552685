import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audited';
import { callerOf, RouteOptions } from './RouteOptions';

/** `GET /status`: the health of the index, for operators. */
export function createStatusRoutes({
  service,
  httpAuth,
  auditor,
}: RouteOptions): Router {
  const router = PromiseRouter();
  router.get('/status', async (request, response) => {
    const credentials = await callerOf(request, httpAuth);
    const answer = await audited(
      auditor,
      { eventId: 'index-status-read', severityLevel: 'low', request },
      () => service.status({ credentials }),
    );
    response.json(answer);
  });
  return router;
}
