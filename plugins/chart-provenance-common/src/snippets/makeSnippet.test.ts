import { ciInput, keyless, RELEASE } from './ci/testing/ciInput';
import { snippetInput, policy } from './consume/testing/inputs';
import { listSnippets, makeSnippet } from './makeSnippet';

describe('listSnippets', () => {
  it.each([
    ['issuer', ciInput([keyless({ issuer: 'https://{{ x }}', subject: 'x' })])],
    ['subject', ciInput([keyless({ subject: 'a\u202eb' })])],
    ['pattern', ciInput([keyless({ subjectPattern: '\\Qa' })])],
    [
      'public key',
      snippetInput({
        policies: [policy({ anyOf: [{ kind: 'key', key: 'acme' }] })],
        keys: [{ id: 'acme', pem: 'no key' }],
      }),
    ],
  ])('offers the other texts where one cannot hold an odd %s', (_, input) => {
    const heads = listSnippets(input);
    expect(heads.some(({ unavailable }) => unavailable !== null)).toBe(true);
    expect(heads.some(({ unavailable }) => unavailable === null)).toBe(true);
  });
});

describe('makeSnippet', () => {
  it('keeps each sentence on its line, whatever names stand in it', () => {
    const input = ciInput([RELEASE]);
    const [first] = input.policies;
    const { cannot } = makeSnippet('shell', {
      ...input,
      policies: [
        { ...first, requireAttestations: [{ type: 'x\n/merge\u202e' }] },
      ],
    });
    expect(cannot.join('')).toContain('x /merge');
    expect(cannot.join('')).not.toMatch(/\p{C}/u);
  });

  it('takes no half expression, which would end the group that is written around it', () => {
    const half = keyless({
      subjectPattern: `${
        RELEASE.kind === 'keyless' ? RELEASE.subjectPattern : ''
      })|(?:.*`,
    });
    for (const id of ['shell', 'github-actions']) {
      expect(() => makeSnippet(id, ciInput([half]))).toThrow(
        expect.objectContaining({ code: 'not-available' }),
      );
    }
  });
});
