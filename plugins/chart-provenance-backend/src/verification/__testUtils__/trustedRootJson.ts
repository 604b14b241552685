import { createHash } from 'node:crypto';
import {
  initializeCA,
  initializeCTLog,
  initializeTLog,
  initializeTSA,
} from '@sigstore/mock';

type Made<T extends (...args: never[]) => Promise<unknown>> = Awaited<
  ReturnType<T>
>;

const validFor = { start: '2026-01-01T00:00:00Z' };
const base64 = (view: ArrayBufferView) =>
  Buffer.from(view.buffer, view.byteOffset, view.byteLength).toString('base64');

/** The `trusted_root.json` of a mock Sigstore. */
export function trustedRootJson(parts: {
  ca: Made<typeof initializeCA>;
  ctLog: Made<typeof initializeCTLog>;
  log: Made<typeof initializeTLog>;
  tsa: Made<typeof initializeTSA>;
}) {
  const { ca, ctLog, log, tsa } = parts;
  const subject = { organization: 'lab.example', commonName: 'lab' };
  const logJson = (baseUrl: string, key: Buffer) => ({
    baseUrl,
    hashAlgorithm: 'SHA2_256',
    publicKey: {
      rawBytes: key.toString('base64'),
      keyDetails: 'PKIX_ECDSA_P256_SHA_256',
      validFor,
    },
    logId: { keyId: createHash('sha256').update(key).digest('base64') },
  });
  return {
    mediaType: 'application/vnd.dev.sigstore.trustedroot+json;version=0.1',
    tlogs: [logJson('https://rekor.lab.example', log.publicKey)],
    ctlogs: [logJson('https://ct.lab.example', ctLog.publicKey)],
    certificateAuthorities: [
      {
        subject,
        uri: 'https://fulcio.lab.example',
        certChain: { certificates: [{ rawBytes: base64(ca.rootCertificate) }] },
        validFor,
      },
    ],
    timestampAuthorities: [
      {
        subject,
        uri: 'https://tsa.lab.example',
        certChain: {
          certificates: [tsa.intCertificate, tsa.rootCertificate].map(
            certificate => ({ rawBytes: base64(certificate) }),
          ),
        },
        validFor,
      },
    ],
  };
}
