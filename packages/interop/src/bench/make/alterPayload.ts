interface Envelope {
  payload: string;
}

/**
 * Changes what a signature is about and leaves the signature as it is: the
 * statement inside of a bundle or DSSE envelope, or a simple signing payload.
 */
export function alterPayload(bytes: Buffer): Buffer {
  const text = bytes.toString();
  const json: {
    dsseEnvelope?: Envelope;
    messageSignature?: unknown;
    payload?: string;
  } = JSON.parse(text);
  if (json.dsseEnvelope) {
    const { payload } = json.dsseEnvelope;
    return Buffer.from(text.replace(payload, altered(payload)));
  }
  if (json.payload !== undefined) {
    return Buffer.from(text.replace(json.payload, altered(json.payload)));
  }
  const other = text.replace('"optional":null', '"optional":{"by":"m"}');
  if (other === text) {
    throw new Error(`nothing to alter in ${text.slice(0, 200)}`);
  }
  return Buffer.from(other);
}

/** White space at the end: the statement still reads the same, and is not what was signed. */
function altered(payload: string): string {
  const statement = Buffer.from(payload, 'base64').toString();
  return Buffer.from(`${statement.trimEnd()} `).toString('base64');
}
