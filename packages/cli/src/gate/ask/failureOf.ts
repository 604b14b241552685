import { Answer } from './Answer';

/** What happens where nobody is at home: whoever asks may come back. */
const UNREACHABLE: ReadonlySet<string> = new Set([
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/** Why `fetch` failed. Whatever is not known to be silence (a certificate that is not believed, say) is not treated as such. */
export function failureOf(
  error: unknown,
  host: string,
): Extract<Answer, { kind: 'unreachable' | 'untrusted' }> {
  if (nameOf(error) === 'TimeoutError') {
    return {
      kind: 'unreachable',
      why: `${host} did not answer in time.`,
    };
  }
  const code = codeOf(error);
  return UNREACHABLE.has(code)
    ? { kind: 'unreachable', why: `${host} cannot be reached (${code}).` }
    : {
        kind: 'untrusted',
        why: `${host} was not talked to (${code || 'no reason is known'}).`,
      };
}

/** A timeout is a DOMException, which not every realm takes for an Error. */
function nameOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'name' in error
    ? error.name
    : undefined;
}

/** `fetch` hides why in `cause`; for a host with several addresses there is one for each. */
function codeOf(error: unknown, depth = 0): string {
  if (typeof error !== 'object' || error === null || depth > 5) {
    return '';
  }
  if ('code' in error && typeof error.code === 'string' && error.code !== '') {
    return error.code;
  }
  const cause = 'cause' in error ? codeOf(error.cause, depth + 1) : '';
  const errors =
    'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  return cause || codeOf(errors[0], depth + 1);
}
