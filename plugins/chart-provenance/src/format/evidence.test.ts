import { keylessSigner } from '../__fixtures__/builders';
import { evidenceTitle } from './evidenceTitle';
import { gapWords } from './gapWords';
import { predicateSourceHref } from './sourceLinks';
import { trustWords } from './trustWords';

const commit = keylessSigner.sourceDigest;

describe('predicateSourceHref', () => {
  it.each([
    [
      'git+https://github.com/acme/x@refs/tags/v1',
      `gitCommit:${commit}`,
      `https://github.com/acme/x/commit/${commit}`,
    ],
    [
      'git+https://github.com/acme/x.git',
      `sha1:${commit}`,
      `https://github.com/acme/x/commit/${commit}`,
    ],
    ['https://git.acme.example/x', 'md5:1', 'https://git.acme.example/x'],
    ['git+https://github.com/acme/x', undefined, 'https://github.com/acme/x'],
    ['git+ssh://git@github.com/acme/x', `sha1:${commit}`, undefined],
    ['git+http://github.com/acme/x', `sha1:${commit}`, undefined],
    ['https://github.com@evil.example/acme/x', `sha1:${commit}`, undefined],
    ['https://user:pw@github.com/acme/x', undefined, undefined],
    // eslint-disable-next-line no-script-url
    ['javascript:alert(1)//https://github.com/a', undefined, undefined],
    ['pkg:docker/alpine@3', undefined, undefined],
    [undefined, undefined, undefined],
  ])('%s with %s', (source, digest, href) => {
    expect(predicateSourceHref(source, digest)).toBe(href);
  });
});

describe('words about evidence', () => {
  it.each([
    ['root:acme', 'trust root acme'],
    ['key:a:b', 'key a:b'],
    ['keyring:team', 'keyring team'],
    ['store:ca', 'certificate store ca'],
    ['oracle:delphi', 'oracle:delphi'],
    [':x', ':x'],
    ['constructor:x', 'constructor:x'],
  ])('names the trust material %s', (trust, words) => {
    expect(trustWords(trust)).toBe(words);
  });

  it.each([
    [['revocation'], 'revocation is not checked'],
    [['revocation', 'time'], 'revocation and time are not checked'],
    [['a', 'b', 'c'], 'a, b and c are not checked'],
  ])('says what %j leaves open', (gaps, words) => {
    expect(gapWords(gaps)).toBe(`${words}, so it is not called verified`);
  });

  it.each([
    ['https://cosign.sigstore.dev/attestation/vuln/v1', 'Vulnerability scan'],
    ['https://openvex.dev/ns/v0.2.0', 'VEX document'],
    ['https://example.com/own/v1', 'Attestation'],
  ])('names a statement of type %s', (predicateType, title) => {
    expect(evidenceTitle({ kind: 'attestation', predicateType })).toBe(title);
  });
});
