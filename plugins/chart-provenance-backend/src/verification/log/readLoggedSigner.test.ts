import { createPublicKey } from 'node:crypto';
import { newKey, pemOf } from '../__testUtils__/SigstoreLab';
import { NotProven } from '../outcome/NotProven';
import { readLoggedSigner } from './readLoggedSigner';

const { publicKey } = newKey();
const pem = pemOf(publicKey);
const der = createPublicKey(pem).export({ type: 'spki', format: 'der' });
const rawBytes = der.toString('base64');
const base64Pem = Buffer.from(pem).toString('base64');

const hashedrekord002 = (verifier: unknown) => ({
  spec: { hashedRekordV002: { signature: { verifier } } },
});
const dsse002 = (...verifiers: unknown[]) => ({
  spec: { dsseV002: { signatures: verifiers.map(verifier => ({ verifier })) } },
});
const dsse001 = (...pems: string[]) => ({
  spec: { signatures: pems.map(verifier => ({ verifier })) },
});

describe('who a log entry says made the signature', () => {
  const named: [string, string, unknown, 'key' | 'certificate'][] = [
    [
      'a key of Rekor v2',
      'hashedrekord/0.0.2',
      hashedrekord002({ publicKey: { rawBytes } }),
      'key',
    ],
    [
      'what Rekor v2 says is a certificate',
      'dsse/0.0.2',
      dsse002({ x509Certificate: { rawBytes } }),
      'certificate',
    ],
    ['a key of Rekor v1', 'dsse/0.0.1', dsse001(base64Pem), 'key'],
  ];

  it.each(named)('is read: %s', (_, kind, body, type) => {
    expect(readLoggedSigner(kind, body)).toEqual({ type, der });
  });

  const doubtful: [string, string, unknown][] = [
    [
      'key and certificate at once',
      'hashedrekord/0.0.2',
      hashedrekord002({
        publicKey: { rawBytes },
        x509Certificate: { rawBytes },
      }),
    ],
    ['neither', 'hashedrekord/0.0.2', hashedrekord002({})],
    [
      'two signatures of Rekor v2',
      'dsse/0.0.2',
      dsse002({ publicKey: { rawBytes } }, { publicKey: { rawBytes } }),
    ],
    ['two of Rekor v1', 'dsse/0.0.1', dsse001(base64Pem, base64Pem)],
    ['none', 'dsse/0.0.1', dsse001()],
    ['what is no PEM', 'dsse/0.0.1', dsse001('AAAA')],
    ['nothing of the kind', 'dsse/0.0.1', {}],
  ];

  it.each(doubtful)('is nobody: %s', (_, kind, body) => {
    expect(() => readLoggedSigner(kind, body)).toThrow(NotProven);
  });
});
