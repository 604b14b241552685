/** Bytes of one file at most; about ten times what the public repositories have today. */
export const MAX_BYTES = {
  root: 128 * 1024,
  timestamp: 16 * 1024,
  snapshot: 256 * 1024,
  targets: 1024 * 1024,
};

/** Of any file, whatever length is signed for it: a key may be stolen. */
export const MAX_FILE_BYTES = 1024 * 1024;

/** Of everything that one refresh reads. */
export const MAX_TOTAL_BYTES = 8 * 1024 * 1024;

/** Roots followed in one refresh. */
export const MAX_ROTATIONS = 256;

/** Milliseconds for one exchange. */
export const TIMEOUTS = {
  connectMs: 10_000,
  headersMs: 15_000,
  bodyMs: 10_000,
  totalMs: 30_000,
};

/** Milliseconds for one refresh; well below what a lease lasts. */
export const REFRESH_MS = 120_000;
