import { createHash, KeyObject, sign } from 'node:crypto';
import { hashedRekord } from './legacyLayer';
import { logEntryJson } from './logEntryJson';
import { certificatePem, newKey, pemOf, SigstoreLab } from './SigstoreLab';

/** Signs bytes as `cosign sign-blob` does: the bundle holds their digest, not the bytes and no statement about them. */
export async function signMessage(
  lab: SigstoreLab,
  message: Uint8Array,
  key?: { publicKey: KeyObject; privateKey: KeyObject },
) {
  const signer = key ?? newKey();
  const payload = Buffer.from(message);
  const signature = sign('sha256', payload, signer.privateKey);
  const certificate = key ? undefined : await lab.issue({}, signer.publicKey);
  const pem = certificate
    ? certificatePem(certificate)
    : pemOf(signer.publicKey);
  const entry = await lab.logEntry(hashedRekord({ payload, signature, pem }));
  return {
    mediaType: 'application/vnd.dev.sigstore.bundle.v0.3+json',
    verificationMaterial: {
      ...(certificate
        ? { certificate: { rawBytes: certificate.toString('base64') } }
        : { publicKey: { hint: '' } }),
      tlogEntries: [logEntryJson(entry)],
      timestampVerificationData: {
        rfc3161Timestamps: [
          { signedTimestamp: await lab.timestamp(signature) },
        ],
      },
    },
    messageSignature: {
      messageDigest: {
        algorithm: 'SHA2_256',
        digest: createHash('sha256').update(payload).digest('base64'),
      },
      signature: signature.toString('base64'),
    },
  };
}
