import { RecordedRequest } from '../server/RecordedRequest';
import { Fault, FaultMatch, FaultPlan, FaultRule } from './Fault';

/**
 * Counts how often each rule was played.
 *
 * @internal
 */
export class FaultQueue {
  private readonly left = new Map<FaultRule, number>();

  constructor(plan: FaultPlan = []) {
    for (const rule of plan) {
      this.left.set(rule, rule.times ?? Infinity);
    }
  }

  /** The fault to play on this request, if any; uses it up once. */
  take(request: RecordedRequest): Fault | undefined {
    for (const [rule, left] of this.left) {
      if (left > 0 && matches(rule.match, request)) {
        this.left.set(rule, left - 1);
        return rule.fault;
      }
    }
    return undefined;
  }
}

function matches(
  match: FaultMatch | undefined,
  request: RecordedRequest,
): boolean {
  if (typeof match === 'function') {
    return match(request);
  }
  const { method, path, repository } = match ?? {};
  return (
    (method === undefined || method === request.method) &&
    (path === undefined || request.path.search(path) >= 0) &&
    (repository === undefined || repository === request.repository)
  );
}
