import { NotProven } from '../outcome/NotProven';
import { strictText, strictUtf8String } from './strictText';

const TEXT = 'https://issuer.example';

const utf8String = (text: string, header?: number[]) =>
  Buffer.concat([
    Buffer.from(header ?? [0x0c, Buffer.byteLength(text)]),
    Buffer.from(text),
  ]);

describe('a DER UTF8String', () => {
  const long = 'x'.repeat(300);
  const good: [string, Buffer, string][] = [
    ['short', utf8String(TEXT), TEXT],
    ['of one length byte', utf8String(TEXT, [0x0c, 0x81, TEXT.length]), TEXT],
    ['of two', utf8String(long, [0x0c, 0x82, 0x01, 0x2c]), long],
  ];

  it.each(good)('is read: %s', (_, bytes, text) => {
    expect(strictUtf8String(bytes, 'issuer')).toBe(text);
  });

  const bad: [string, Buffer][] = [
    ['nothing', Buffer.alloc(0)],
    ['no length', Buffer.of(0x0c)],
    ['no text', utf8String('')],
    ['an IA5String', utf8String(TEXT, [0x16, TEXT.length])],
    ['the text alone, whose first letters are no header', Buffer.from(TEXT)],
    ['less than it says', utf8String(TEXT, [0x0c, TEXT.length + 1])],
    [
      'more than it says: a name behind the name',
      utf8String(`${TEXT}.evil.example`, [0x0c, TEXT.length]),
    ],
    ['a length that is left open', utf8String(TEXT, [0x0c, 0x80])],
    ['a length of three bytes', utf8String(TEXT, [0x0c, 0x83, 0, 0, 22])],
  ];

  it.each(bad)('is refused: %s', (_, bytes) => {
    expect(() => strictUtf8String(bytes, 'issuer')).toThrow(NotProven);
  });
});

describe('text that names somebody', () => {
  it.each(['', 'x'.repeat(2_049), 'a\u0000b', 'a\u200bb', 'a\u2028b'])(
    'is refused: %j',
    text => {
      expect(() => strictText(Buffer.from(text), 'subject')).toThrow(NotProven);
    },
  );

  it('keeps a byte order mark from passing unseen', () => {
    expect(() => strictText(Buffer.from(`\ufeff${TEXT}`), 'subject')).toThrow(
      NotProven,
    );
  });
});
