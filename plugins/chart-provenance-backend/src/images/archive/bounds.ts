const MIB = 1024 * 1024;

/** What is read of a chart archive at most. */
export const ARCHIVE_BOUNDS = {
  /** Bytes as packed. */
  packed: 16 * MIB,
  /** Bytes unpacked, all files together. */
  unpacked: 64 * MIB,
  /** Bytes of one file: what Helm reads of one at most. */
  file: 5 * MIB,
  /** Bytes of the default values. */
  values: MIB,
  files: 10_000,
  /** Bytes of what stands before a file to give it a longer name. */
  meta: 64 * 1024,
};
