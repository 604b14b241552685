import { ASN1Obj } from '@sigstore/core';
import { distinguishedName } from './distinguishedName';

const CN = '550403';
const O = '55040a';
const EMAIL = '2a864886f70d010901';
const UTF8 = '0c';
const PRINTABLE = '13';
const TELETEX = '14';
const BMP = '1e';

function tlv(tag: string, ...hex: string[]): string {
  const content = hex.join('');
  return `${tag}${(content.length / 2)
    .toString(16)
    .padStart(2, '0')}${content}`;
}

const textHex = (text: string) => Buffer.from(text).toString('hex');

function attribute(oid: string, kind: string, value: string): string {
  return tlv('30', tlv('06', oid), tlv(kind, value));
}

function nameOf(...sets: string[]): string {
  const der = tlv('30', ...sets.map(each => tlv('31', each)));
  return distinguishedName(ASN1Obj.parseBuffer(Buffer.from(der, 'hex')));
}

// The first rows are what RFC 4514 itself shows.
it.each<[string, string[], string]>([
  [
    'last first',
    [
      attribute(O, UTF8, textHex('Acme')),
      attribute(CN, PRINTABLE, textHex('release')),
    ],
    'CN=release,O=Acme',
  ],
  [
    'several in one',
    [
      attribute(O, UTF8, textHex('Acme')) +
        attribute(CN, UTF8, textHex('release')),
    ],
    'O=Acme+CN=release',
  ],
  [
    'what would part it',
    [attribute(CN, UTF8, textHex('James "Jim" Smith, III'))],
    'CN=James \\"Jim\\" Smith\\, III',
  ],
  [
    'a line end',
    [attribute(CN, UTF8, textHex('Before\rAfter'))],
    'CN=Before\\0dAfter',
  ],
  [
    'blanks and a hash at its ends',
    [attribute(O, UTF8, textHex('# a ')), attribute(CN, UTF8, textHex(' '))],
    'CN=\\ ,O=\\# a\\ ',
  ],
  [
    'other letters as they are',
    [attribute(CN, UTF8, textHex('Lučić'))],
    'CN=Lučić',
  ],
  [
    'what turns the line round, escaped',
    [attribute(CN, UTF8, textHex('a\u202eb\u00a0c\u0000'))],
    'CN=a\\e2\\80\\aeb\\c2\\a0c\\00',
  ],
  [
    'an unknown attribute in hex',
    [attribute(EMAIL, '16', textHex('a@b'))],
    '1.2.840.113549.1.9.1=#1603614062',
  ],
  [
    'strings of other kinds in hex',
    [attribute(CN, BMP, '0061'), attribute(O, TELETEX, '61')],
    'O=#140161,CN=#1e020061',
  ],
  [
    'what is no text in hex',
    [attribute(CN, UTF8, 'ff'), attribute(O, PRINTABLE, 'ff')],
    'O=#1301ff,CN=#0c01ff',
  ],
])('writes %s', (_, sets, expected) => {
  expect(nameOf(...sets)).toBe(expected);
});
