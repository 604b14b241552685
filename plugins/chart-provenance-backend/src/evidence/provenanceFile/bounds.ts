/** Largest provenance file that is read, bytes. Helm's own hold a Chart.yaml and some hundred bytes more. */
export const MAX_PROVENANCE_FILE_BYTES = 256 * 1024;

/** Most lines that are read. A Chart.yaml with a long list of changes has some hundred; each costs more than its bytes. */
export const MAX_LINES = 10_000;

/** Largest signature, bytes: an RSA key of 16,384 bits makes one of about 2 KiB. What else could be in there is junk. */
export const MAX_SIGNATURE_BYTES = 16 * 1024;

/** An armor is shown before it is trusted: headers are comments, and nobody writes many. */
export const MAX_ARMOR_HEADERS = 8;
