import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audited';
import { TooManyRequestsError } from '../TooManyRequestsError';
import { callerOf, RouteOptions } from './RouteOptions';

/** `POST /status/doctor`: tests what is configured. Takes nothing from the caller: what is contacted is the operator's word alone. */
export function createDoctorRoutes(options: RouteOptions): Router {
  const { service, httpAuth, auditor } = options;
  const router = PromiseRouter();
  router.post('/status/doctor', async (request, response) => {
    const credentials = await callerOf(request, httpAuth);
    try {
      const report = await audited(
        auditor,
        { eventId: 'doctor-run', severityLevel: 'medium', request },
        () => service.runDoctor({ credentials }),
      );
      response.json(report);
    } catch (error) {
      if (error instanceof TooManyRequestsError) {
        response.set('Retry-After', String(error.retryAfterSeconds));
      }
      throw error;
    }
  });
  return router;
}
