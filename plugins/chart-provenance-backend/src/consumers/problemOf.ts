import { Reschedule } from '../store';
import { Failure } from './failureOf';

/** A failure as the work queue takes it: it decides when the row is tried again, and is shown nowhere. */
export function problemOf({
  message,
  retryAfterMs,
}: Failure): NonNullable<Reschedule['problem']> {
  return {
    code: 'not-yet-judged',
    message,
    side: 'catalog',
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}
