import { EvidenceFormat } from 'backstage-plugin-chart-provenance-common';
import { frame, isFramed, unframe } from '../frame';

/** A bundle and what is kept beside it. */
export interface KeptBundle {
  /** As it was read. */
  bundle: Uint8Array;
  /** The chart manifest that it signs as a message: without its bytes such a signature cannot be checked again. */
  signed?: Uint8Array;
}

/** The bytes kept for a bundle: its own, or a frame of it and what it signs. */
export function keepBundle({ bundle, signed }: KeptBundle): Uint8Array {
  // What looks like a frame already is put into one: another bundle would be shown under its name.
  return signed || isFramed(bundle)
    ? frame({ first: bundle, second: signed ?? new Uint8Array() })
    : bundle;
}

/** The bytes of evidence as they were read, whatever is kept beside them. */
export function bytesAsRead(
  format: EvidenceFormat,
  kept: Uint8Array,
): Uint8Array {
  return format.startsWith('sigstore-bundle-') ? openKept(kept).bundle : kept;
}

/** Reads what `keepBundle` wrote. */
export function openKept(kept: Uint8Array): KeptBundle {
  const framed = unframe(kept);
  if (!framed) {
    return { bundle: kept };
  }
  const { first: bundle, second: signed } = framed;
  return signed.length > 0 ? { bundle, signed } : { bundle };
}
