import { Signer } from '../verdict/types';
import { signerMismatch } from './signerMeets';
import { byKey, ISSUER, keyless, SUBJECT } from './testing/judgeInputs';
import { SignerRequirement } from './types';

const asked: Extract<SignerRequirement, { kind: 'keyless' }> = {
  ...{ kind: 'keyless', root: 'public', issuer: ISSUER, subject: SUBJECT },
};

describe('a signer that a policy names exactly', () => {
  it('is this one', () => {
    expect(signerMismatch(asked, keyless)).toBeUndefined();
  });

  it.each<[string, Signer, string]>([
    ['of another root', { ...keyless, root: 'private' }, 'untrusted-root'],
    [
      'of another issuer',
      { ...keyless, issuer: `${ISSUER}.evil.example` },
      'wrong-issuer',
    ],
    [
      'with a longer name',
      { ...keyless, subject: `${SUBJECT}-evil` },
      'wrong-identity',
    ],
    [
      'with more before the name',
      { ...keyless, subject: `https://evil.example/${SUBJECT}` },
      'wrong-identity',
    ],
    [
      'with part of the name',
      { ...keyless, subject: SUBJECT.slice(0, -1) },
      'wrong-identity',
    ],
    [
      'with the name in another case',
      { ...keyless, subject: SUBJECT.toUpperCase() },
      'wrong-identity',
    ],
    ['with a key', byKey, 'untrusted-root'],
  ])('is none %s', (_, signer, code) => {
    expect(signerMismatch(asked, signer)?.code).toBe(code);
  });

  it('is not one whose name only fits if it is read as a pattern', () => {
    const dotted = {
      ...asked,
      subject: SUBJECT.replace('github.com', 'github.c.m'),
    };
    expect(signerMismatch(dotted, keyless)?.code).toBe('wrong-identity');
  });
});

describe('a key that a policy names', () => {
  it('is that key and no other', () => {
    const key: SignerRequirement = { kind: 'key', key: 'release' };
    expect(signerMismatch(key, byKey)).toBeUndefined();
    expect(signerMismatch(key, { ...byKey, key: 'other' })?.code).toBe(
      'untrusted-key',
    );
    expect(signerMismatch(key, keyless)?.code).toBe('untrusted-key');
  });
});
