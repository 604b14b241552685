const CODE =
  /\b(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE)\b/;
const CERTIFICATE =
  /certificate|CERT_|SELF_SIGNED|UNABLE_TO_|altnames?|\bEPROTO\b/i;

/**
 * Why a connection failed, from an error or its text: one of the system's own codes, `certificate`, or nothing. The text itself is
 * never shown: addresses and more may be in it.
 */
export function connectionCode(error: unknown): string {
  const text = textOf(error, 5);
  const code = CODE.exec(text)?.[1];
  return code ?? (CERTIFICATE.test(text) ? 'certificate' : '');
}

function textOf(error: unknown, depth: number): string {
  if (typeof error === 'string') {
    return error.slice(0, 2_000);
  }
  if (typeof error !== 'object' || error === null || depth === 0) {
    return '';
  }
  const {
    code,
    message,
    cause,
  }: { code?: unknown; message?: unknown; cause?: unknown } = error;
  return [code, message].map(String).join(' ') + textOf(cause, depth - 1);
}
