/** Components kept of one SBOM. */
export const MAX_COMPONENTS = 10_000;

/** Licences of one component, and tools of one document. */
export const MAX_NAMES = 8;

/** Components kept of one SBOM, JSON before and after compression, bytes. */
export const MAX_UNPACKED_BYTES = 8 * 1024 * 1024;
export const MAX_PACKED_BYTES = 1024 * 1024;

/** An SBOM that stands for itself, without a statement around it. */
export const RAW_LIMITS = {
  maxBytes: MAX_UNPACKED_BYTES,
  maxDepth: 64,
  maxNodes: 250_000,
  uniqueTo: 1,
};
