import { KeyObject, sign } from 'node:crypto';
import { ASN1Obj } from '@sigstore/core';

/**
 * Has the authority issue the certificate with some bytes of it replaced by as many others, for names that no honest
 * authority writes.
 */
export function reissueWith(find: Buffer, by: Buffer) {
  return (certificate: Buffer, caKey: KeyObject): Buffer => {
    const [tbs, algorithm] = ASN1Obj.parseBuffer(Buffer.from(certificate)).subs;
    const patched = tbs.toDER();
    const at = patched.indexOf(find);
    if (at < 0 || find.length !== by.length) {
      throw new Error('nothing to replace');
    }
    by.copy(patched, at);
    const signature = sign('sha384', patched, caKey);
    return der(0x30, [
      patched,
      algorithm.toDER(),
      der(0x03, [Buffer.of(0), signature]),
    ]);
  };
}

/** A name of a SAN extension, as bytes. */
export function uriName(...text: (string | number)[]): Buffer {
  const value = Buffer.concat(
    text.map(part =>
      typeof part === 'number' ? Buffer.of(part) : Buffer.from(part),
    ),
  );
  return Buffer.concat([Buffer.of(0x86, value.length), value]);
}

function der(tag: number, parts: Buffer[]): Buffer {
  const value = Buffer.concat(parts);
  const length =
    value.length < 0x80
      ? Buffer.of(value.length)
      : Buffer.of(0x82, Math.floor(value.length / 256), value.length % 256);
  return Buffer.concat([Buffer.of(tag), length, value]);
}
