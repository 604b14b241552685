import { ReasonCode, REASONS } from 'backstage-plugin-chart-provenance-common';

/**
 * A reason in two to four words. A code this page does not know, from a newer backend, is shown as it is.
 *
 * @internal
 */
export function reasonTitle(code: ReasonCode): string {
  return REASONS[code]?.title ?? code;
}

/**
 * What to do about a reason.
 *
 * @internal
 */
export function reasonAdvice(code: ReasonCode): string {
  return (
    REASONS[code]?.advice ??
    'This page is older than the backend and does not know this reason. Ask your platform team.'
  );
}
