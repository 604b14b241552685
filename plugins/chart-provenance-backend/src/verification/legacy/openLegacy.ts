import { createHash } from 'node:crypto';
import { Bundle, BUNDLE_V01_MEDIA_TYPE } from '@sigstore/bundle';
import { HashAlgorithm } from '@sigstore/protobuf-specs';
import {
  assertBundleBounds,
  DSSE_ENVELOPE,
  LayerContainer,
  openEnvelope,
  openLayer,
  openSimpleSigning,
  openStatement,
} from '../../evidence';
import { OpenedEvidence } from '../opened/OpenedEvidence';
import { SignedContent } from '../signature/SignedContent';
import { LayerProofs, readProofs } from './readProofs';

/**
 * Reads a layer of cosign 2 or older into the form of the oldest bundle, which asks for no inclusion proof.
 *
 * @param bytes - the container the layer is kept in.
 * @throws EvidenceError or NotProven.
 */
export function openLegacy(bytes: Uint8Array): OpenedEvidence {
  const container = openLayer(bytes);
  const proofs = readProofs(container.layer.annotations ?? {});
  return container.layer.mediaType === DSSE_ENVELOPE
    ? openAttestation(container, proofs)
    : openSignature(container, proofs);
}

function openSignature(
  { payload }: LayerContainer,
  { signature, ...proofs }: LayerProofs,
): OpenedEvidence {
  const { type, digest } = openSimpleSigning(payload);
  const bundle = bundleOf(proofs, {
    $case: 'messageSignature',
    messageSignature: {
      messageDigest: {
        algorithm: HashAlgorithm.SHA2_256,
        digest: createHash('sha256').update(payload).digest(),
      },
      signature,
    },
  });
  return {
    bundle,
    signed: new SignedContent(bundle, payload),
    claim: { subjects: [digest], predicateType: type },
  };
}

function openAttestation(
  { payload: stored }: LayerContainer,
  proofs: LayerProofs,
): OpenedEvidence {
  const { payloadType, payload, signature, keyid } = openEnvelope(stored);
  const bundle = bundleOf(proofs, {
    $case: 'dsseEnvelope',
    dsseEnvelope: {
      payloadType,
      payload,
      signatures: [{ sig: signature, keyid }],
    },
  });
  return {
    bundle,
    signed: new SignedContent(bundle, undefined, stored),
    claim: openStatement({ payloadType, payload }),
  };
}

function bundleOf(
  { certificate, logEntries, timestamps }: Omit<LayerProofs, 'signature'>,
  content: Bundle['content'],
): Bundle {
  const bundle: Bundle = {
    mediaType: BUNDLE_V01_MEDIA_TYPE,
    content,
    verificationMaterial: {
      content: certificate
        ? {
            $case: 'x509CertificateChain',
            x509CertificateChain: { certificates: [{ rawBytes: certificate }] },
          }
        : { $case: 'publicKey', publicKey: { hint: '' } },
      tlogEntries: logEntries,
      timestampVerificationData: {
        rfc3161Timestamps: timestamps.map(signedTimestamp => ({
          signedTimestamp,
        })),
      },
    },
  };
  assertBundleBounds(bundle);
  return bundle;
}
