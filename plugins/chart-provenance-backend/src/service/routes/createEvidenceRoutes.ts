import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { parseDigest, parseVersionLocator } from '../request/parseLocator';
import { callerOf, RouteOptions } from './RouteOptions';

/**
 * Raw evidence. Its bytes were written by whoever may push to the registry, and are served from the origin that holds the
 * reader's session: never under a media type a browser would run or show.
 */
export function createEvidenceRoutes({
  service,
  httpAuth,
}: RouteOptions): Router {
  const router = PromiseRouter();
  router.get(
    '/entities/:kind/:namespace/:name/charts/:chartId/versions/:digest/evidence/:evidenceDigest',
    async (request, response) => {
      const locator = parseVersionLocator(request.params);
      const digest = parseDigest(
        request.params.evidenceDigest,
        'evidenceDigest',
      );
      const credentials = await callerOf(request, httpAuth);
      const evidence = await service.evidence(locator, digest, { credentials });
      response
        .status(200)
        .set({
          'Content-Type': 'application/octet-stream',
          'Content-Disposition': `attachment; filename="${evidence.fileName}"`,
          'Content-Security-Policy': "default-src 'none'; sandbox",
          'X-Content-Type-Options': 'nosniff',
          'Cache-Control': 'private, no-store',
        })
        .end(Buffer.from(evidence.bytes));
    },
  );
  return router;
}
