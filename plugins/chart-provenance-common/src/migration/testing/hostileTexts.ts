/** What means something in Markdown, HTML or a terminal, or becomes a link by itself. */
export const FRAGMENTS = [
  ...[
    '|',
    '\\',
    '`',
    '``',
    '```',
    '~~~',
    '*',
    '**',
    '_',
    '[',
    ']',
    '(',
    ')',
    '![',
  ],
  ...[
    '<',
    '>',
    '</td>',
    '<img src=x onerror=alert(1)>',
    '<!--',
    '-->',
    '&lt;',
    '&#64;',
  ],
  ...[
    '](https://evil.dev)',
    '[a]: https://evil.dev',
    '<https://evil.dev>',
    '[^1]',
  ],
  ...[
    'https://evil.dev',
    'HTTP://evil.dev',
    'www.evil.dev',
    'ftp://evil.dev',
    'a@evil.dev',
  ],
  ...[
    'mailto:a@evil.dev',
    '//evil.dev',
    '@acme/all',
    '#12',
    '# ',
    '## ',
    '- ',
    '+ ',
    '1. ',
    '1) ',
  ],
  ...[
    '---',
    '===',
    '| --- |',
    '    ',
    '\n',
    '\r\n',
    '\n\n',
    '\t',
    '\u2028',
    '\u0000',
    '\u202E',
    '\u2060',
  ],
  ...[
    '$$',
    '> [!NOTE]',
    '- [x] ',
    '~~',
    'a',
    '1.8.2',
    ' ',
    ':',
    '"',
    "'",
    '^',
    '{',
    '}',
    '=',
    'ü',
    '🙂',
  ],
];

/** Always the same strings: a failure can be looked at again. */
export function* hostileTexts(count: number): Generator<string> {
  let seed = 42;
  const next = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((seed / 2 ** 32) * below);
  };
  for (let n = 0; n < count; n += 1) {
    const parts = Array.from(
      { length: 1 + next(8) },
      () => FRAGMENTS[next(FRAGMENTS.length)],
    );
    yield `${parts.join('')}x`;
  }
}
