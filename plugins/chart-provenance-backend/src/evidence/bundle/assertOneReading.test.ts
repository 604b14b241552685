import { EvidenceError } from '../EvidenceError';
import { assertOneReading } from './assertOneReading';

const signatures = [{ sig: 'AAAA' }];
const certificate = { rawBytes: 'AAAA' };

describe('a bundle that every reader reads alike', () => {
  it.each<[string, unknown]>([
    ['a statement', { dsseEnvelope: { signatures } }],
    ['a message', { messageSignature: {}, verificationMaterial: {} }],
    [
      'a null beside it',
      { dsseEnvelope: { signatures }, messageSignature: null },
    ],
  ])('has one content: %s', (_, bundle) => {
    expect(() => assertOneReading(bundle)).not.toThrow();
  });

  it.each<[string, unknown]>([
    ['no signature', { dsseEnvelope: { signatures: [] } }],
    ['two signatures', { dsseEnvelope: { signatures: [...signatures, {}] } }],
    ['signatures that are no list', { dsseEnvelope: { signatures: 'AAAA' } }],
    [
      'message and statement',
      { dsseEnvelope: { signatures }, messageSignature: {} },
    ],
    [
      'certificate and key',
      { verificationMaterial: { certificate, publicKey: { hint: '' } } },
    ],
    [
      'certificate and chain',
      {
        verificationMaterial: {
          certificate,
          x509CertificateChain: { certificates: [certificate] },
        },
      },
    ],
  ])('is not one with %s', (_, bundle) => {
    expect(() => assertOneReading(bundle)).toThrow(EvidenceError);
  });
});
