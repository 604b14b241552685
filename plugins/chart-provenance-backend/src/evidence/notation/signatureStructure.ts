const CONTEXT = Buffer.from('Signature1');
const BYTE_STRING = 0x40;

/**
 * What a COSE signature is over: `["Signature1", headers, external, payload]`, with nothing external.
 *
 * @param headers - the signed headers, encoded as they stand in the envelope.
 * @see https://www.rfc-editor.org/rfc/rfc9052#section-4.4
 */
export function signatureStructure(headers: Buffer, payload: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from([0x84, 0x60 + CONTEXT.length]),
    CONTEXT,
    byteString(headers),
    byteString(Buffer.alloc(0)),
    byteString(payload),
  ]);
}

function byteString(bytes: Buffer): Buffer {
  const { length } = bytes;
  if (length < 24) {
    return Buffer.concat([Buffer.from([BYTE_STRING + length]), bytes]);
  }
  const head = Buffer.alloc(5, BYTE_STRING + 26);
  head.writeUInt32BE(length, 1);
  if (length > 0xffff) {
    return Buffer.concat([head, bytes]);
  }
  // The shortest form, which is what is signed.
  return length > 0xff
    ? Buffer.concat([Buffer.from([BYTE_STRING + 25]), head.subarray(3), bytes])
    : Buffer.concat([Buffer.from([BYTE_STRING + 24]), head.subarray(4), bytes]);
}
