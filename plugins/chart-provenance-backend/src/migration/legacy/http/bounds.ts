const MIB = 1024 * 1024;

/** More is refused: it would be read by nobody else either. Some clients stop at 50 MiB. */
export const MAX_INDEX_BYTES = 64 * MIB;

/** A server may have to make its index first. */
export const TIMEOUTS = {
  connectMs: 10_000,
  headersMs: 60_000,
  bodyMs: 20_000,
  totalMs: 180_000,
} as const;
