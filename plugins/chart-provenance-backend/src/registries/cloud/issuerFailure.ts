const SHOWN_CHARACTERS = 300;

/** Of Node's sockets and resolver, of undici, and of the SDKs for a request that ran out of time. */
const UNANSWERED =
  /^(?:ECONN\w+|ENOTFOUND|EAI_AGAIN|EHOST\w+|ENET\w+|EPIPE|ETIMEDOUT|ESOCKETTIMEDOUT|ERR_SOCKET\w*|UND_ERR_\w+|TimeoutError|AbortError|ERR_TLS_\w+|CERT_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+|network_error|REQUEST_SEND_ERROR)$/;

/** JSON web tokens and Google's access tokens, should an issuer repeat what it was shown. */
const TOKENS = /eyJ[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?|ya29\.[\w.-]+/g;

/** The facts of what an SDK threw. None of them holds a request, whose parts are credentials. */
export interface IssuerFailure {
  /** `ThrottlingException`, `invalid_grant`, … */
  name: string;
  /** The issuer's words, one line, cut. */
  said: string;
  /** HTTP status of the answer, if there was one. */
  status?: number;
  /** No answer came: the network, or time. */
  unanswered: boolean;
}

/**
 * What a log may keep of a failure. The SDKs' own errors carry the whole request, assertion and refresh token included, so they
 * are never passed on.
 */
export function causeOf({ name, said, status }: IssuerFailure): Error {
  const cause = new Error(
    [name, status === undefined ? '' : `HTTP ${status}`, said]
      .filter(Boolean)
      .join(': '),
  );
  cause.name = 'IssuerFailure';
  return cause;
}

/** One printable line without tokens. */
export function oneLine(text: string): string {
  return text
    .replace(/[^\x20-\x7e]+/g, ' ')
    .replace(TOKENS, '***')
    .trim()
    .slice(0, SHOWN_CHARACTERS);
}

/** Did no answer come? Looks through the causes, which every SDK nests in its own way. */
export function isUnanswered(error: unknown, depth = 0): boolean {
  const names = [fieldOf(error, 'name'), fieldOf(error, 'code')];
  return (
    names.some(name => typeof name === 'string' && UNANSWERED.test(name)) ||
    (depth < 5 &&
      error !== undefined &&
      isUnanswered(fieldOf(error, 'cause'), depth + 1))
  );
}

/** A field of what may be anything. */
export function fieldOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Reflect.get(value, key)
    : undefined;
}
