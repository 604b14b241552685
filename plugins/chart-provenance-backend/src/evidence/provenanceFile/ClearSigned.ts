/**
 * A text and one OpenPGP signature, taken apart and not verified: whoever may push may write both.
 *
 * @internal
 */
export interface ClearSigned {
  /**
   * What the signature is made over: dash escapes taken back, no white space at the ends of lines, lines parted by `\n` (OpenPGP hashes
   * `\r\n`), no line break at the end.
   */
  text: string;
  /** The signature packet, and nothing else. */
  signature: Uint8Array;
  /** Hash algorithms that the message announces, lower case, e.g. `sha512`; empty when it announces none. */
  hashes: string[];
}
