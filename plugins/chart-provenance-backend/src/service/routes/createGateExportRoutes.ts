import { once } from 'node:events';
import { GateLogRow } from 'backstage-plugin-chart-provenance-common';
import { Response, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { audited } from '../audited';
import { CSV_HEADER, csvLineOf, jsonLineOf } from '../gate/decisionLines';
import { ExportFormat, parseExportQuery } from '../request/parseGate';
import type { GateRouteOptions } from './createGateRoutes';
import { gateCallerOf } from './gateCallerOf';

const FORMATS: Record<
  ExportFormat,
  { type: string; header: string; lineOf: (row: GateLogRow) => string }
> = {
  csv: { type: 'text/csv', header: CSV_HEADER, lineOf: csvLineOf },
  jsonl: { type: 'application/x-ndjson', header: '', lineOf: jsonLineOf },
};

/** `GET /gate/decisions/export`: the log as a file. */
export function createGateExportRoutes({
  gate,
  httpAuth,
  auditor,
}: GateRouteOptions): Router {
  const router = PromiseRouter();
  router.get('/gate/decisions/export', async (request, response) => {
    const { format, query } = parseExportQuery(request.query);
    const caller = await gateCallerOf(request, httpAuth);
    await audited(
      auditor,
      {
        eventId: 'gate-export',
        severityLevel: 'medium',
        request,
        meta: { format },
      },
      () => sendRows(response, format, gate.exportLog(query, caller)),
    );
  });
  return router;
}

/** The first row is read before anything is sent, so that a refusal is an answer of its own and no broken file. */
async function sendRows(
  response: Response,
  format: ExportFormat,
  rows: AsyncIterable<GateLogRow>,
): Promise<void> {
  const { type, header, lineOf } = FORMATS[format];
  const reading = rows[Symbol.asyncIterator]();
  let next = await reading.next();
  response.status(200).set({
    'Content-Type': `${type}; charset=utf-8`,
    'Content-Disposition': `attachment; filename="gate-decisions.${format}"`,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  });
  response.write(header);
  try {
    while (!next.done && !response.destroyed) {
      if (!response.write(lineOf(next.value))) {
        await Promise.race([once(response, 'drain'), once(response, 'close')]);
      }
      next = await reading.next();
    }
    response.end();
  } catch (error) {
    // What was sent looks like a whole file otherwise.
    response.destroy();
    throw error;
  }
}
