import { Verification } from 'backstage-plugin-chart-provenance-common';
import { createVerifier, KeyInput, RootInput, TrustMaterialSet } from '..';
import { bytesOf, SigstoreLab } from './SigstoreLab';

export const SUBJECT = `sha256:${'1'.repeat(64)}`;
export const OTHER = `sha256:${'2'.repeat(64)}`;

/** Verifies a bundle over `SUBJECT`, under the lab's root unless told otherwise. */
export function verifyUnder(
  lab: SigstoreLab,
  bundle: unknown,
  trust: { roots?: RootInput[]; keys?: KeyInput[] } = {},
): Verification[] {
  const verifier = createVerifier(
    TrustMaterialSet.from({
      roots: trust.roots ?? [
        { id: 'lab', type: 'file', trustedRoot: lab.trustedRoot },
      ],
      keys: trust.keys ?? [],
    }),
  );
  return verifier.verify({
    evidence: OTHER,
    bytes: bundle instanceof Uint8Array ? bundle : bytesOf(bundle),
    subject: SUBJECT,
  });
}

/** Changes one bit. */
export function flip(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes[bytes.length - 1] ^= 1;
  return bytes.toString('base64');
}
