import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audited';
import { callerOf, RouteOptions } from './RouteOptions';

/** `GET /distrust`: what the operator distrusts, and what stands on it, for operators. */
export function createDistrustRoutes({
  distrust,
  httpAuth,
  auditor,
}: RouteOptions): Router {
  const router = PromiseRouter();
  router.get('/distrust', async (request, response) => {
    const credentials = await callerOf(request, httpAuth);
    const answer = await audited(
      auditor,
      { eventId: 'distrust-read', severityLevel: 'low', request },
      () => distrust.report({ credentials }),
    );
    response.json(answer);
  });
  return router;
}
