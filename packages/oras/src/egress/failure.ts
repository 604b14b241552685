import { errorCode } from '../error/errorCode';
import { OrasError } from '../error/OrasError';

const TIMEOUTS: ReadonlySet<string> = new Set([
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'ETIMEDOUT',
]);

const CAUSES_READ = 5;

/**
 * What a failed exchange means. Our own refusals come back as they are, however deep the socket wrapped them.
 *
 * @internal
 */
export function failure(
  error: unknown,
  host: string,
  ended: { byCaller: boolean; byTotal: boolean },
): OrasError {
  const details = { host, cause: error };
  const chain = causes(error);
  const own = chain.find(cause => cause instanceof OrasError);
  if (own instanceof OrasError) {
    return own;
  }
  if (ended.byCaller) {
    return new OrasError('aborted', `${host}: the caller gave up`, details);
  }
  const codes = chain.map(errorCode);
  if (codes.some(code => code.startsWith('Z_'))) {
    return new OrasError(
      'malformed-response',
      `${host}: the answer cannot be unpacked`,
      details,
    );
  }
  if (ended.byTotal || codes.some(code => TIMEOUTS.has(code))) {
    return new OrasError('timeout', `${host}: no answer in time`, details);
  }
  const code = codes.find(one => one !== '') ?? 'unknown';
  return new OrasError(
    'network',
    `${host}: the connection failed (${code})`,
    details,
  );
}

function causes(error: unknown): unknown[] {
  const chain: unknown[] = [];
  let next = error;
  while (
    typeof next === 'object' &&
    next !== null &&
    chain.length < CAUSES_READ
  ) {
    chain.push(next);
    // Several addresses were tried: each has its own error.
    if ('errors' in next && Array.isArray(next.errors)) {
      chain.push(...next.errors);
    }
    next = 'cause' in next ? next.cause : undefined;
  }
  return chain;
}
