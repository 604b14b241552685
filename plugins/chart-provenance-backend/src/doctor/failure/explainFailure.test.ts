import { OrasError, OrasErrorCode } from 'chart-provenance-oras';
import { proxyFor } from '../proxyFor';
import { explainFailure } from './explainFailure';
import { plainText } from './plainText';

const network = (code: string) =>
  new OrasError('network', 'a.dev: the connection failed', {
    host: 'a.dev',
    cause: { errors: [{ code: '' }, { cause: { code } }] },
  });

describe('explainFailure', () => {
  it.each<[string, RegExp, string]>([
    ['ENOTFOUND', /name of a\.dev does not resolve/, 'operator'],
    ['EAI_AGAIN', /resolver of this machine did not answer/, 'platform'],
    ['ECONNREFUSED', /Nothing listens/, 'registry-owner'],
    ['EHOSTUNREACH', /no way to its address/, 'platform'],
    [
      'ERR_TLS_CERT_ALTNAME_INVALID',
      /not for the name a\.dev/,
      'registry-owner',
    ],
    ['CERT_HAS_EXPIRED', /past its time/, 'registry-owner'],
    [
      'SELF_SIGNED_CERT_IN_CHAIN',
      /authority that this process does not know/,
      'platform',
    ],
    ['UND_ERR_ABORTED', /proxy did not open/, 'platform'],
    ['ECONNRESET', /connection failed \(ECONNRESET\)/, 'platform'],
    ['evil\u001b[2J code', /^The connection failed\.$/, 'platform'],
  ])('knows a connection that ends with %j', (code, words, who) => {
    const { result, sentence, next } = explainFailure(network(code), 'a.dev');
    expect(result).toBe('failed');
    expect(sentence).toMatch(words);
    expect(next?.who).toBe(who);
  });

  it.each<OrasErrorCode>([
    'timeout',
    'aborted',
    'rate-limited',
    'unavailable',
    'malformed-response',
    'too-large',
    'redirect-refused',
    'denied',
  ])('repeats nothing that was answered with %s', code => {
    const error = new OrasError(code, 'a.dev: HTTP 500 (evil words)', {
      host: 'a.dev',
      status: 500,
    });
    const { result, sentence, next } = explainFailure(error, 'a.dev');
    expect(result).toBe('failed');
    expect(sentence + next?.what).not.toContain('evil');
  });

  it.each<[string, RegExp]>([
    [
      'it resolves to a private address, which is not connected to',
      /allowPrivateAddress/,
    ],
    [
      'it resolves to a metadata address, which is not connected to',
      /No registry lives/,
    ],
    [
      'the token realm is on b.dev, which is not configured as a realm',
      /realmHosts/,
    ],
    ['a.dev redirects to https://b.dev', /host it redirects to/],
    ['a.dev redirects to https://address.b.dev', /host it redirects to/],
    ['a.dev redirects without an address', /whoever runs the registry/],
    ['the proxy of HTTPS_PROXY is no URL', /HTTPS_PROXY/],
  ])('says what this program refused: %s', (why, next) => {
    const error = new OrasError('egress-refused', `a.dev: ${why}`);
    const finding = explainFailure(error, 'a.dev');
    expect(finding.sentence).toContain(why);
    expect(finding.next?.what).toMatch(next);
  });

  it('says it shortly, however long a host was answered', () => {
    const error = new OrasError(
      'egress-refused',
      `a.dev: the token realm is on ${'x'.repeat(9_000)}.dev`,
    );
    const { sentence } = explainFailure(error, 'a.dev');
    expect(sentence.length).toBeLessThan(400);
  });

  it('does not show what went wrong inside', () => {
    const { sentence } = explainFailure(new TypeError('p4ssword'), 'a.dev');
    expect(sentence).not.toContain('p4ss');
  });
});

it('makes text harmless', () => {
  const text = `a\u001b[31m\u202eb\r\nc hunter22 ${'x'.repeat(999)}`;
  const plain = plainText(text, ['hunter22', 'a', '']);
  expect(plain).toMatch(/^a \[31m b c \*\*\* x+$/);
  expect(plain).toHaveLength(300);
});

describe('proxyFor', () => {
  const PROXY = 'http://user:s3cret@proxy.acme.dev:3128';
  it.each<[string, Record<string, string>, string | undefined]>([
    ['https://ghcr.io', {}, undefined],
    ['https://ghcr.io', { HTTPS_PROXY: PROXY }, 'proxy.acme.dev:3128'],
    ['https://ghcr.io', { https_proxy: PROXY }, 'proxy.acme.dev:3128'],
    ['http://a.dev', { HTTPS_PROXY: PROXY }, undefined],
    ['http://a.dev', { HTTP_PROXY: PROXY }, 'proxy.acme.dev:3128'],
    [
      'https://ghcr.io',
      { HTTPS_PROXY: PROXY, NO_PROXY: 'a.dev, ghcr.io' },
      undefined,
    ],
    [
      'https://x.acme.dev',
      { HTTPS_PROXY: PROXY, NO_PROXY: '.acme.dev' },
      undefined,
    ],
    [
      'https://x.acme.dev',
      { HTTPS_PROXY: PROXY, NO_PROXY: 'acme.dev:5000' },
      'proxy.acme.dev:3128',
    ],
    [
      'https://evil-ghcr.io',
      { HTTPS_PROXY: PROXY, NO_PROXY: 'ghcr.io' },
      'proxy.acme.dev:3128',
    ],
    ['https://ghcr.io', { HTTPS_PROXY: PROXY, NO_PROXY: '*' }, undefined],
    ['https://localhost:5000', { HTTPS_PROXY: PROXY }, undefined],
    ['https://ghcr.io', { HTTPS_PROXY: 'proxy:3128' }, 'proxy:3128'],
  ])('%s with %j goes through %s', (url, environment, proxy) => {
    expect(proxyFor(new URL(url), environment)).toBe(proxy);
  });
});
