import { createPublicKey, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { NotProven } from '../outcome/NotProven';
import {
  dsse001Schema,
  dsse002Schema,
  hashedrekord001Schema,
  hashedrekord002Schema,
  intoto001Schema,
  intoto002Schema,
} from './schema';

/** A certificate or a key (SubjectPublicKeyInfo). Never one in the other's place (GHSA-fx35-mq7g-6g98). */
export interface LoggedSigner {
  type: 'certificate' | 'key';
  der: Buffer;
}

const PEM_SCHEMAS: Record<string, z.ZodType<{ pem: string }>> = {
  'dsse/0.0.1': dsse001Schema,
  'intoto/0.0.1': intoto001Schema,
  'intoto/0.0.2': intoto002Schema,
  'hashedrekord/0.0.1': hashedrekord001Schema,
};

/** Who a log entry says made the signature. */
export function readLoggedSigner(kind: string, body: unknown): LoggedSigner {
  try {
    const schema = PEM_SCHEMAS[kind];
    return schema
      ? fromPem(schema.parse(body).pem)
      : fromVerifier(
          kind === 'dsse/0.0.2'
            ? dsse002Schema.parse(body).verifier
            : hashedrekord002Schema.parse(body).verifier,
        );
  } catch (cause) {
    throw new NotProven(
      'bad-signature',
      'The log entry does not say which key or certificate made the signature.',
      cause,
    );
  }
}

function fromPem(pem: string): LoggedSigner {
  return pem.includes('-----BEGIN CERTIFICATE-----')
    ? { type: 'certificate', der: new X509Certificate(pem).raw }
    : {
        type: 'key',
        der: createPublicKey(pem).export({ type: 'spki', format: 'der' }),
      };
}

function fromVerifier(verifier: {
  publicKey?: { rawBytes: string };
  x509Certificate?: { rawBytes: string };
}): LoggedSigner {
  const { publicKey, x509Certificate } = verifier;
  if (Boolean(publicKey) === Boolean(x509Certificate)) {
    throw new Error('exactly one of key and certificate is expected');
  }
  return {
    type: publicKey ? 'key' : 'certificate',
    der: Buffer.from(
      publicKey?.rawBytes ?? x509Certificate?.rawBytes ?? '',
      'base64',
    ),
  };
}
