import { digest } from '../testing/facts';
import { code, codeBlock, plain } from './escape';

describe('escaping', () => {
  it.each([
    ['1.8.2', '1.8.2'],
    ['1. first', '1\u2060. first'],
    ['- a', '\\- a'],
    ['a|b', 'a\\|b'],
    ['a\nb', 'a b'],
    ['<b>', '\\<b\\>'],
    ['see https://a.dev/?q=(1).', 'see `https://a.dev/?q=(1`).'],
    ['https://a.dev/`|<b>', '`https://a.dev/`\\`\\|\\<b\\>'],
    ['oci://ghcr.io/a', 'oci://ghcr.io/a'],
    [`a@${digest('a')}`, `a@${digest('a')}`],
    [`@${digest('a')}`, `@\u2060${digest('a')}`],
    ['a@b.dev', 'a@\u2060b.dev'],
    ['//a.dev', '/\u2060/a.dev'],
  ])('%j is written %j', (text, written) => {
    expect(plain(text)).toBe(written);
  });

  it('puts code into a span only where nothing can end it', () => {
    expect(code('user:default/guest')).toBe('`user:default/guest`');
    expect(code('a`b')).toBe('a\\`b');
    expect(code('a|b')).toBe('a\\|b');
    expect(code('a\\')).toBe('a\\\\');
    expect(code('')).toBe('');
  });

  it('fences longer than what is fenced', () => {
    expect(codeBlock('echo ````')).toEqual(['`````sh', 'echo ````', '`````']);
    expect(codeBlock('a\n```\nb')).toEqual(['````sh', 'a', '```', 'b', '````']);
  });
});
