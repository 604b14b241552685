import { ResponseError } from '@backstage/errors';
import { GateDecision } from 'backstage-plugin-chart-provenance-common';

/** Go on; do not; nobody can say: each with the decision as its body. */
const DECIDED = [200, 412, 503];

/**
 * The decision that an answer of the gate carries. A proxy answers 503, too: without a decision in it that is a failure like any other.
 *
 * @throws ResponseError
 * @internal
 */
export async function readDecision(response: Response): Promise<GateDecision> {
  if (DECIDED.includes(response.status)) {
    const body: unknown = await response
      .clone()
      .json()
      .catch(() => undefined);
    if (isDecision(body)) {
      return body;
    }
  }
  throw await ResponseError.fromResponse(response);
}

function isDecision(body: unknown): body is GateDecision {
  return (
    typeof body === 'object' &&
    body !== null &&
    'decision' in body &&
    typeof body.decision === 'string' &&
    'reasons' in body &&
    Array.isArray(body.reasons)
  );
}
