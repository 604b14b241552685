import { openNotation } from '../../../evidence';
import { NotProven } from '../../outcome/NotProven';
import { envelopeOf, pemOf } from '../__testUtils__/notationCases';
import { assertChain } from './assertChain';
import { assertSigner } from './assertRole';
import { readCertificate } from './readCertificate';

const { certificates } = openNotation(envelopeOf('jws-p256'));
const chain = certificates.map(readCertificate);
const [signer, ...authorities] = chain;

/** An authority that somebody else made, and called as ours. */
const stranger = () => {
  const der = pemOf('stranger').replace(/-----[^-]*-----|\s/g, '');
  const { subject, issuer } = authorities[authorities.length - 1];
  return {
    ...readCertificate(Buffer.from(der, 'base64')),
    ...{ subject, issuer },
  };
};

describe('a chain of certificates', () => {
  it('holds as Notation writes it', () => {
    expect(() => assertChain(chain)).not.toThrow();
  });

  it('does not hold where one only names the next', () => {
    expect(() =>
      assertChain([signer, ...authorities.slice(0, -1), stranger()]),
    ).toThrow('one was not signed by the next');
  });

  it('does not hold where one does not name the next', () => {
    expect(() =>
      assertChain([{ ...signer, issuer: signer.subject }, ...authorities]),
    ).toThrow(NotProven);
  });
});

describe('a certificate that may sign', () => {
  it('may be for nothing in particular, or for code', () => {
    expect(() => assertSigner(signer)).not.toThrow();
    const { extendedKeyUsage: _, ...purposeless } = signer;
    expect(() => assertSigner(purposeless)).not.toThrow();
  });

  it.each([
    ['a purpose that nobody knows', { extendedKeyUsage: ['1.2.3'] }],
    ['no purpose at all', { extendedKeyUsage: [] }],
    ['no usage', { keyUsage: new Set<number>() }],
    ['the authority of others', { isAuthority: true }],
  ])('is none with %s', (_, change) => {
    expect(() => assertSigner({ ...signer, ...change })).toThrow(NotProven);
  });
});
