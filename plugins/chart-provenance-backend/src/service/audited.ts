import {
  AuditorService,
  AuditorServiceCreateEventOptions,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

/** Runs a call between an audit event's start and its outcome; a refusal is recorded as a failure with its reason. */
export async function audited<T>(
  auditor: AuditorService,
  event: AuditorServiceCreateEventOptions,
  call: () => Promise<T>,
): Promise<T> {
  const auditEvent = await auditor.createEvent(event);
  try {
    const answer = await call();
    await auditEvent.success();
    return answer;
  } catch (error) {
    await auditEvent.fail({ error: toError(error) });
    throw error;
  }
}
