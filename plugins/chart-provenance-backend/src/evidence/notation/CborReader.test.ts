import { CborReader } from './CborReader';

const read = (hex: string) => CborReader.read(Buffer.from(hex, 'hex'));

// Most are from appendix A of RFC 8949.
it.each<[string, unknown]>([
  ['00', 0],
  ['17', 23],
  ['1818', 24],
  ['1903e8', 1000],
  ['1a000f4240', 1_000_000],
  ['1b000000e8d4a51000', 1_000_000_000_000],
  ['20', -1],
  ['3903e7', -1000],
  ['3824', -37],
  ['f4', false],
  ['f5', true],
  ['f6', null],
  ['40', Buffer.alloc(0)],
  ['4401020304', Buffer.from([1, 2, 3, 4])],
  ['60', ''],
  ['62c3bc', 'ü'],
  ['80', []],
  ['8301820203820405', [1, [2, 3], [4, 5]]],
  ['a0', new Map()],
  [
    'a26161016162820203',
    new Map<string, unknown>([
      ['a', 1],
      ['b', [2, 3]],
    ]),
  ],
  [
    'a201020304',
    new Map([
      [1, 2],
      [3, 4],
    ]),
  ],
  ['c11a514b67b0', { tag: 1, value: 1363896240 }],
])('reads %s', (hex, value) => {
  expect(read(hex)).toEqual(value);
});

it.each<[string, string, RegExp]>([
  ['nothing', '', /ends too early/],
  ['a number cut short', '19', /ends too early/],
  ['a text cut short', '6361', /ends too early/],
  ['a list cut short', '8201', /ends too early/],
  ['something behind it', '0000', /something follows its end/],
  ['a number beyond what is safe', '1b0020000000000000', /too large/],
  ['lengths left open', '5f42010243030405ff', /length open/],
  ['a list left open', '9fff', /length open/],
  ['lengths of no size', '1c', /length open/],
  ['floating point', 'f93c00', /no kind/],
  ['undefined', 'f7', /no kind/],
  ['a break', 'ff', /length open/],
  ['another simple value', 'f820', /no kind/],
  ['text that is none', '61ff', /not UTF-8/],
  ['a name twice', 'a201010102', /a name twice/],
  ['a name twice, once written longer', 'a2010118010b', /a name twice/],
  ['a name that is a list', 'a18001', /a name that is no text/],
  ['nine levels', '818181818181818180', /more values or levels/],
  ['501 values', `9901f5${'00'.repeat(501)}`, /more values or levels/],
])('refuses %s', (_, hex, why) => {
  expect(() => read(hex)).toThrow(why);
});
