import { EvidenceError } from '../EvidenceError';
import { parseJson } from './parseJson';

const LIMITS = { maxBytes: 40, maxDepth: 3, maxNodes: 6 };
const parse = (text: string) =>
  parseJson(Buffer.from(text), LIMITS, 'The text', 'bad-signature');

/** The code it is refused with. */
function refusal(text: string): string | undefined {
  try {
    parse(text);
    return undefined;
  } catch (error) {
    return error instanceof EvidenceError ? error.code : String(error);
  }
}

describe('JSON within bounds', () => {
  it.each(['{"a":[1,2],"b":{"a":"x"}}', '[[[1]]]', '"}{[,"'])(
    'is parsed: %s',
    text => {
      expect(parse(text)).toEqual(JSON.parse(text));
    },
  );

  it.each([
    ['a byte too many', `"${'x'.repeat(39)}"`],
    ['a level too many', '[[[[1]]]]'],
    ['a value too many', '[1,2,3,4,5,6,7]'],
  ])('is too large with %s', (_, text) => {
    expect(refusal(text)).toBe('evidence-too-large');
  });

  it.each([
    ['one name twice', '{"a":1,"a":2}'],
    ['one in another case, which Go takes for the same', '{"a":1,"A":2}'],
    ['one with an escape in it', '{"a":1,"\\u0061":2}'],
    ['one that protocol buffers take for the same', '{"aB":1,"a_b":2}'],
    ['one further in', '[{"a":1,"a":2}]'],
  ])('is refused with %s', (_, text) => {
    expect(refusal(text)).toBe('bad-signature');
  });

  it('is refused where it is none', () => {
    expect(refusal('{"a":')).toBe('bad-signature');
  });
});
