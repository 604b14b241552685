import { KeyObject, X509Certificate } from 'node:crypto';

/** One certificate with what is asked of it here. Nothing in it is proven by itself. */
export interface Certificate {
  /** For checking signatures: on it, and by its key. */
  x509: X509Certificate;
  publicKey: KeyObject;
  /** SHA-256 of the certificate, hex. */
  fingerprint: string;
  /** As RFC 4514 writes it. */
  subjectName: string;
  /** DER of the names, without their head: compared byte by byte. */
  subject: Buffer;
  issuer: Buffer;
  notBefore: Date;
  notAfter: Date;
  /** OID of the algorithm it is signed with; of RSASSA-PSS that of its digest. */
  signedWith: string;
  /** `cA` of the basic constraints. */
  isAuthority: boolean;
  /** How many authorities may stand between it and the signer; any number where absent. */
  pathLength?: number;
  /** Bits of the key usage that are set; absent where there is no such extension, or it is not critical. */
  keyUsage?: ReadonlySet<number>;
  /** OIDs; absent where there is no such extension. */
  extendedKeyUsage?: readonly string[];
  /** OIDs of extensions that restrict what it may be used for and are not understood here. */
  notUnderstood: readonly string[];
}
