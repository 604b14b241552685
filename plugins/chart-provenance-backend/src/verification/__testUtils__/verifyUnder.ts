import {
  EvidenceFormat,
  Verification,
} from 'backstage-plugin-chart-provenance-common';
import { KeyInput, RootInput, TrustMaterialSet } from '..';
import { verifyEvidence } from '../verifyEvidence';
import { bytesOf, SigstoreLab } from './SigstoreLab';

export const SUBJECT = `sha256:${'1'.repeat(64)}`;
export const OTHER = `sha256:${'2'.repeat(64)}`;

/** Verifies a bundle over `SUBJECT`, under the lab's root unless told otherwise. */
export function verifyUnder(
  lab: SigstoreLab,
  bundle: unknown,
  trust: {
    roots?: RootInput[];
    keys?: KeyInput[];
    format?: EvidenceFormat;
  } = {},
): Verification[] {
  const materials = TrustMaterialSet.from({
    roots: trust.roots ?? [
      { id: 'lab', type: 'file', trustedRoot: lab.trustedRoot },
    ],
    keys: trust.keys ?? [],
  });
  return verifyEvidence(
    {
      evidence: OTHER,
      format: trust.format ?? 'sigstore-bundle-v0.3',
      bytes: bundle instanceof Uint8Array ? bundle : bytesOf(bundle),
      subject: SUBJECT,
    },
    materials,
  ).verifications;
}

/** Changes one bit. */
export function flip(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes[bytes.length - 1] ^= 1;
  return bytes.toString('base64');
}
