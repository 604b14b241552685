import { RegistryError, RegistryErrorCode } from './RegistryError';

/**
 * A whole answer, not sent yet, so that a fault can still change it. `Content-Length` is added when it is sent.
 *
 * @internal
 */
export interface Reply {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array;
}

/** @internal */
export function emptyReply(
  status: number,
  headers: Record<string, string> = {},
): Reply {
  return { status, headers, body: new Uint8Array(0) };
}

/** @internal */
export function jsonReply(
  status: number,
  content: unknown,
  headers: Record<string, string> = {},
): Reply {
  return {
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: Buffer.from(JSON.stringify(content)),
  };
}

/** @internal */
export function errorReply(
  status: number,
  code: RegistryErrorCode,
  message: string,
  headers: Record<string, string> = {},
): Reply {
  return jsonReply(status, { errors: [{ code, message }] }, headers);
}

/**
 * A bug in here, or a target that fails, is a 500 whose message a test can read.
 *
 * @internal
 */
export function replyForError(error: unknown): Reply {
  if (error instanceof RegistryError) {
    return errorReply(error.status, error.code, error.message, error.headers);
  }
  return errorReply(500, 'UNKNOWN', String(error));
}
