import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audited';
import { parseChartLocator } from '../request/parseLocator';
import {
  parseCheckId,
  parsePlan,
  parseSignOff,
} from '../request/parseMigration';
import { callerOf, RouteOptions, userCallerOf } from './RouteOptions';

const MIGRATION = '/entities/:kind/:namespace/:name/charts/:chartId/migration';

/** The migration of a chart; what people say about it is audited, and only ever added to. */
export function createMigrationRoutes({
  migration,
  httpAuth,
  auditor,
}: RouteOptions): Router {
  const router = PromiseRouter();
  router.get(MIGRATION, async (req, res) => {
    const locator = parseChartLocator(req.params);
    const credentials = await callerOf(req, httpAuth);
    res.json(await migration.migration(locator, { credentials }));
  });
  router.get(`${MIGRATION}.md`, async (req, res) => {
    const locator = parseChartLocator(req.params);
    const credentials = await callerOf(req, httpAuth);
    const text = await migration.markdown(locator, { credentials });
    res
      .status(200)
      .set({
        'Content-Type': 'text/markdown; charset=utf-8',
        'Content-Disposition': 'attachment; filename="migration.md"',
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'private, no-store',
      })
      .end(text);
  });
  router.put(`${MIGRATION}/checks/:checkId`, async (req, res) => {
    const locator = parseChartLocator(req.params);
    const checkId = parseCheckId(req.params.checkId);
    const credentials = await userCallerOf(req, httpAuth);
    const signOff = parseSignOff(req.body);
    const answer = await audited(
      auditor,
      {
        eventId: 'migration-signoff',
        severityLevel: 'medium',
        request: req,
        meta: { ...locator, checkId, result: signOff.result },
      },
      () => migration.signOff(locator, checkId, signOff, { credentials }),
    );
    res.json(answer);
  });
  router.put(`${MIGRATION}/plan`, async (req, res) => {
    const locator = parseChartLocator(req.params);
    const credentials = await userCallerOf(req, httpAuth);
    const plan = parsePlan(req.body);
    const answer = await audited(
      auditor,
      {
        eventId: 'migration-plan',
        severityLevel: 'medium',
        request: req,
        meta: { ...locator },
      },
      () => migration.plan(locator, plan, { credentials }),
    );
    res.json(answer);
  });
  return router;
}
