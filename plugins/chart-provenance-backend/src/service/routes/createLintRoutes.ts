import { json, RequestHandler, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { namedCaller } from '../namedCaller';
import { parseLint } from '../request/parseLint';
import { TooManyRequestsError } from '../TooManyRequestsError';
import { callerOf, RouteOptions } from './RouteOptions';

const LINT = '/lint';
/** A text of 256 KiB with every second character escaped. The default of 100 kB is kept for all other routes. */
const MAX_BODY = 640 * 1024;

/** Reads the bodies of `POST /lint`; goes before what reads all others. */
export function lintBody(): RequestHandler {
  const read = json({ limit: MAX_BODY });
  return (request, response, next) =>
    request.method === 'POST' && request.path === LINT
      ? read(request, response, next)
      : next();
}

/** Checks texts for mistakes. Nothing of a text is logged, audited or kept. */
export function createLintRoutes({
  lint,
  httpAuth,
}: Pick<RouteOptions, 'lint' | 'httpAuth'>): Router {
  const router = PromiseRouter();
  router.post(LINT, async (request, response) => {
    const caller = namedCaller(await callerOf(request, httpAuth));
    const question = parseLint(request.body);
    response.set('Cache-Control', 'no-store');
    try {
      response.json(await lint.lint(question, caller));
    } catch (error) {
      if (error instanceof TooManyRequestsError) {
        response.set('Retry-After', String(error.retryAfterSeconds));
      }
      throw error;
    }
  });
  return router;
}
