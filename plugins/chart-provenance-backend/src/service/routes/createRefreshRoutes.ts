import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audited';
import { parseChartLocator } from '../request/parseLocator';
import { TooManyRequestsError } from '../TooManyRequestsError';
import { callerOf, RouteOptions } from './RouteOptions';

/** `POST …/charts/{chartId}/refresh` */
export function createRefreshRoutes(options: RouteOptions): Router {
  const { service, httpAuth, auditor } = options;
  const router = PromiseRouter();
  router.post(
    '/entities/:kind/:namespace/:name/charts/:chartId/refresh',
    async (request, response) => {
      const locator = parseChartLocator(request.params);
      const credentials = await callerOf(request, httpAuth);
      try {
        const answer = await audited(
          auditor,
          {
            eventId: 'chart-refresh',
            severityLevel: 'low',
            request,
            meta: { ...locator },
          },
          () => service.refresh(locator, { credentials }),
        );
        response.status(202).json(answer);
      } catch (error) {
        if (error instanceof TooManyRequestsError) {
          response.set('Retry-After', String(error.retryAfterSeconds));
        }
        throw error;
      }
    },
  );
  return router;
}
