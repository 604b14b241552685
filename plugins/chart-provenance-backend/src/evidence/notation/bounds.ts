/** Largest signature envelope that is read, bytes. Notation's own have 2 to 12 KiB. */
export const MAX_ENVELOPE_BYTES = 256 * 1024;

/** The envelope of a JWS has a dozen members and one value for each certificate. */
export const ENVELOPE_LIMITS = {
  maxBytes: MAX_ENVELOPE_BYTES,
  maxDepth: 4,
  maxNodes: 64,
};

/** Signed headers and the payload: attributes of the signer's own may be in there. */
export const SIGNED_LIMITS = {
  maxBytes: 64 * 1024,
  maxDepth: 8,
  maxNodes: 500,
};

/** Each certificate costs a signature check. */
export const MAX_CERTIFICATES = 8;
export const MAX_CERTIFICATE_BYTES = 16 * 1024;

/** RSA of 4,096 bits makes 512. */
export const MAX_SIGNATURE_BYTES = 512;

export const MAX_TIMESTAMP_BYTES = 64 * 1024;

export const MAX_CRITICAL_HEADERS = 16;
