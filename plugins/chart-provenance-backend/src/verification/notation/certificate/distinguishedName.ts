import { ASN1Obj } from '@sigstore/core';

/** @see https://www.rfc-editor.org/rfc/rfc4514#section-3 */
const NAMES: Record<string, string> = {
  '2.5.4.3': 'CN',
  '2.5.4.7': 'L',
  '2.5.4.8': 'ST',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.6': 'C',
  '2.5.4.9': 'STREET',
  '0.9.2342.19200300.100.1.25': 'DC',
  '0.9.2342.19200300.100.1.1': 'UID',
};

/** UTF8String, NumericString, PrintableString, IA5String: UTF-8 is what all of them are, once those but the first are ASCII. */
const UTF8_STRING = 0x0c;
const ASCII_STRINGS: ReadonlySet<number> = new Set([0x12, 0x13, 0x16]);

/**
 * A distinguished name as RFC 4514 writes it, e.g. `CN=release,O=acme.example,C=US`. Two names that differ in more than the kind of
 * string never read alike: whatever has no such form is written as the hex digits of its DER, and what cannot be seen is escaped.
 *
 * @param name - the RDNSequence.
 * @throws Error for what is none.
 */
export function distinguishedName(name: ASN1Obj): string {
  return name.subs
    .map(({ subs }) => subs.map(attribute).join('+'))
    .reverse()
    .join(',');
}

function attribute({ subs: [type, value] }: ASN1Obj): string {
  const oid = type.toOID();
  const text = oid in NAMES ? textOf(value) : undefined;
  return `${NAMES[oid] ?? oid}=${
    text === undefined ? `#${value.toDER().toString('hex')}` : escape(text)
  }`;
}

function textOf(element: ASN1Obj): string | undefined {
  const [kind] = element.toDER();
  const { value } = element;
  if (
    kind !== UTF8_STRING &&
    !(ASCII_STRINGS.has(kind) && value.every(byte => byte < 0x80))
  ) {
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      value,
    );
  } catch {
    return undefined;
  }
}

function escape(text: string): string {
  return text
    .replace(/["+,;<>\\]/g, '\\$&')
    .replace(/^[ #]| $/g, '\\$&')
    .replace(/(?! )[\p{C}\p{Z}]/gu, hidden =>
      [...Buffer.from(hidden)]
        .map(byte => `\\${byte.toString(16).padStart(2, '0')}`)
        .join(''),
    );
}
