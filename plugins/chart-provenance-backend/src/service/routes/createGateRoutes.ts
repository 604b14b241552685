import { GateDecision } from 'backstage-plugin-chart-provenance-common';
import { NextFunction, Request, Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audited';
import { auditedDecision } from '../gate/auditedDecision';
import {
  parseGateChange,
  parseGateLogQuery,
  parseGateRequest,
} from '../request/parseGate';
import { parseGateReport } from '../request/parseGateReport';
import { parseDecisionId, parsePolicyQuery } from '../request/parseGatePath';
import { TooManyRequestsError } from '../TooManyRequestsError';
import { gateCallerOf } from './gateCallerOf';
import { RouteOptions } from './RouteOptions';

/** What the gate needs of the options. */
export type GateRouteOptions = Pick<
  RouteOptions,
  'gate' | 'httpAuth' | 'auditor'
>;

/** The gate: questions, what was decided, what was decided elsewhere, and the policy for doing so. */
export function createGateRoutes(options: GateRouteOptions): Router {
  const { gate, httpAuth, auditor } = options;
  const router = PromiseRouter();
  router.use('/gate', unkept);
  router.post('/gate', async (request, response) => {
    const caller = await gateCallerOf(request, httpAuth);
    const question = parseGateRequest(request.body);
    const decision = await waiting(response, () =>
      auditedDecision(auditor, question, request, () =>
        gate.decide(question, caller),
      ),
    );
    answer(response, decision);
  });
  router.get('/gate/decisions', async (request, response) => {
    const query = parseGateLogQuery(request.query);
    const caller = await gateCallerOf(request, httpAuth);
    response.json(await gate.log(query, caller));
  });
  router.get('/gate/decisions/:id', async (request, response) => {
    const id = parseDecisionId(request.params.id);
    const caller = await gateCallerOf(request, httpAuth);
    response.json(await gate.decision(id, caller));
  });
  router.post('/gate/reports', async (request, response) => {
    const caller = await gateCallerOf(request, httpAuth);
    const decisions = parseGateReport(request.body);
    const meta = { decisions: decisions.length };
    const told = await waiting(response, () =>
      audited(
        auditor,
        { eventId: 'gate-report', severityLevel: 'medium', request, meta },
        () => gate.report(decisions, caller),
      ),
    );
    response.json(told);
  });
  router.get('/gate/policy', async (request, response) => {
    const { reference } = parsePolicyQuery(request.query);
    const caller = await gateCallerOf(request, httpAuth);
    const policy = await waiting(response, () =>
      audited(
        auditor,
        {
          eventId: 'gate-policy-read',
          severityLevel: 'medium',
          request,
          meta: { reference },
        },
        () => gate.offlinePolicy(reference, caller),
      ),
    );
    response.json(policy);
  });
  router.post('/gate/impact', async (request, response) => {
    const caller = await gateCallerOf(request, httpAuth);
    const change = parseGateChange(request.body);
    response.json(await gate.impact(change, caller));
  });
  return router;
}

/** An answer that is kept anywhere is an old one. */
function unkept(_: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'no-store');
  next();
}

/** 200: go on. 412: do not. 503: nobody can say. */
function answer(response: Response, decision: GateDecision): void {
  const { proceed, retryAfterSeconds } = decision;
  const refused = decision.decision === 'undecided' ? 503 : 412;
  if (!proceed && retryAfterSeconds !== null) {
    response.set('Retry-After', String(retryAfterSeconds));
  }
  response.status(proceed ? 200 : refused).json(decision);
}

/** Says with a refusal when to ask again. */
async function waiting<T>(
  response: Response,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof TooManyRequestsError) {
      response.set('Retry-After', String(error.retryAfterSeconds));
    }
    throw error;
  }
}
