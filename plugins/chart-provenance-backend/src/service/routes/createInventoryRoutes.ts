import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audited';
import { parseMappings, parseUnclaimedQuery } from '../request/parseInventory';
import { callerOf, RouteOptions, userCallerOf } from './RouteOptions';

/** Charts that nobody owns, for operators, and their word on whose they are. */
export function createInventoryRoutes({
  inventory,
  httpAuth,
  auditor,
}: RouteOptions): Router {
  const router = PromiseRouter();
  router.get('/inventory', async (req, res) => {
    const query = parseUnclaimedQuery(req.query);
    const credentials = await callerOf(req, httpAuth);
    res.json(await inventory.unclaimed(query, { credentials }));
  });
  router.post('/inventory/mappings', async (req, res) => {
    const credentials = await userCallerOf(req, httpAuth);
    const mappings = parseMappings(req.body);
    const answer = await audited(
      auditor,
      {
        eventId: 'inventory-mapping',
        severityLevel: 'medium',
        request: req,
        meta: { mappings: mappings.mappings.map(mapping => ({ ...mapping })) },
      },
      () => inventory.accept(mappings, { credentials }),
    );
    res.json(answer);
  });
  return router;
}
