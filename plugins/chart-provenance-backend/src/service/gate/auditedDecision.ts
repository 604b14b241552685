import {
  AuditorService,
  AuditorServiceEvent,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, toError } from '@backstage/errors';
import {
  GateDecision,
  GateRequest,
} from 'backstage-plugin-chart-provenance-common';
import { Request } from 'express';

/**
 * Runs a question to the gate between an audit event's start and its outcome. A decision that the audit log does not know of is none: where it
 * cannot be written, nobody is told `allow`.
 *
 * @throws ServiceUnavailableError where the audit log fails; whatever the call throws
 */
export async function auditedDecision(
  auditor: AuditorService,
  { reference, environment = 'default' }: GateRequest,
  request: Request | undefined,
  call: () => Promise<GateDecision>,
): Promise<GateDecision> {
  const event = await written(() =>
    auditor.createEvent({
      eventId: 'gate-decide',
      severityLevel: 'low',
      ...(request ? { request } : {}),
      meta: { reference, environment },
    }),
  );
  const decision = await orTold(event, call);
  const { id, proceed, resolved, dryRun, reasons } = decision;
  await written(() =>
    event.success({
      meta: {
        id,
        decision: decision.decision,
        proceed,
        dryRun,
        resolved,
        reasons: reasons.map(({ code }) => code),
      },
    }),
  );
  return decision;
}

/** A refusal is told to the audit log with its reason; that this fails changes nothing for the caller, who is refused either way. */
async function orTold<T>(
  event: AuditorServiceEvent,
  call: () => Promise<T>,
): Promise<T> {
  try {
    return await call();
  } catch (error) {
    try {
      await event.fail({ error: toError(error) });
    } catch {
      // Refused either way.
    }
    throw error;
  }
}

async function written<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch {
    throw new ServiceUnavailableError(
      'The gate could not write its decision to the audit log. Nothing may go on because of this answer; ask again',
    );
  }
}
