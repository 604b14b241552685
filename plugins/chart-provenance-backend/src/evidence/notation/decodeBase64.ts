import { malformed } from './malformed';

/** @throws EvidenceError `bad-signature` for what is not canonical base64: Node's decoder skips over anything else. */
export function decodeBase64(text: string): Buffer {
  return decode(text, 'base64');
}

/** The same for base64url without padding. */
export function decodeBase64Url(text: string): Buffer {
  return decode(text, 'base64url');
}

function decode(text: string, encoding: 'base64' | 'base64url'): Buffer {
  const bytes = Buffer.from(text, encoding);
  if (bytes.toString(encoding) !== text) {
    throw malformed('it is not written in base64 throughout.');
  }
  return bytes;
}
