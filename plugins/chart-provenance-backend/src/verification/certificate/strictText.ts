import { NotProven } from '../outcome/NotProven';

const MAX_CHARACTERS = 2_048;
const UTF8_STRING = 0x0c;

/**
 * Decodes text that names somebody. The verifier decodes it as ASCII with the high bit dropped, which makes `releas孱.2` read
 * `release-1.2`: so it is done here, strictly.
 *
 * @throws NotProven `wrong-identity` for anything but plain, visible UTF-8.
 */
export function strictText(bytes: Uint8Array, what: string): string {
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch (cause) {
    throw unreadable(what, cause);
  }
  if (
    text.length === 0 ||
    text.length > MAX_CHARACTERS ||
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)
  ) {
    throw unreadable(what);
  }
  return text;
}

/** Decodes a DER UTF8String that fills the bytes exactly. */
export function strictUtf8String(bytes: Uint8Array, what: string): string {
  const [tag, first] = bytes;
  if (tag !== UTF8_STRING || first === undefined) {
    throw unreadable(what);
  }
  const lengthBytes = first < 0x80 ? 0 : first - 0x80;
  if (first === 0x80 || lengthBytes > 2) {
    throw unreadable(what);
  }
  const start = 2 + lengthBytes;
  const length = lengthBytes
    ? bytes.subarray(2, start).reduce((sum, byte) => sum * 256 + byte, 0)
    : first;
  if (bytes.length !== start + length) {
    throw unreadable(what);
  }
  return strictText(bytes.subarray(start), what);
}

function unreadable(what: string, cause?: unknown): NotProven {
  return new NotProven(
    'wrong-identity',
    `The certificate's ${what} cannot be read without doubt.`,
    cause,
  );
}
