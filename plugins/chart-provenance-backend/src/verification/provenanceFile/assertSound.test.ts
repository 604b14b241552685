import { enums, SignaturePacket } from 'openpgp';
import { NotProven } from '../outcome/NotProven';
import { assertSound } from './assertSound';

const CREATED = new Date('2026-11-20T10:00:00Z');

function packet(changes: Partial<SignaturePacket> = {}): SignaturePacket {
  return Object.assign(new SignaturePacket(), {
    version: 4,
    signatureType: enums.signature.text,
    hashAlgorithm: enums.hash.sha256,
    created: CREATED,
    ...changes,
  });
}

describe('a signature that proves a text', () => {
  it.each<[string, Partial<SignaturePacket>, string[]]>([
    ['as GnuPG makes it', {}, ['sha256']],
    ['over bytes', { signatureType: enums.signature.binary }, ['sha256']],
    ['with nothing announced', {}, []],
    ['with more announced', {}, ['sha512', 'sha256']],
    ['of version 6', { version: 6 }, []],
  ])('is one %s', (_, changes, announced) => {
    expect(assertSound(enums, packet(changes), announced)).toEqual(CREATED);
  });

  it.each<[string, Partial<SignaturePacket>, string[]]>([
    ['SHA-1', { hashAlgorithm: enums.hash.sha1 }, []],
    ['SHA-1, announced', { hashAlgorithm: enums.hash.sha1 }, ['sha1']],
    ['MD5', { hashAlgorithm: enums.hash.md5 }, []],
    ['SHA-224', { hashAlgorithm: enums.hash.sha224 }, []],
    ['another hash than is announced', {}, ['sha512']],
    ['version 3', { version: 3 }, []],
    ['no time', { created: null }, []],
    [
      'what certifies a key',
      { signatureType: enums.signature.certGeneric },
      [],
    ],
    ['what stands alone', { signatureType: enums.signature.standalone }, []],
  ])('is none with %s', (_, changes, announced) => {
    expect(() => assertSound(enums, packet(changes), announced)).toThrow(
      NotProven,
    );
  });
});
