/** A Sigstore bundle as its JSON text has it: what is altered in the cases, and no more. */
export interface BundleJson {
  mediaType?: string;
  verificationMaterial: {
    certificate?: RawBytes;
    x509CertificateChain?: { certificates: RawBytes[] };
    publicKey?: { hint: string };
    tlogEntries?: LogEntryJson[];
    timestampVerificationData?: {
      rfc3161Timestamps?: { signedTimestamp: string }[];
    };
  };
  messageSignature?: {
    messageDigest: { algorithm: string; digest: string };
    signature: string;
  };
  dsseEnvelope?: {
    payload: string;
    payloadType: string;
    signatures: { sig: string; keyid?: string }[];
  };
}

export interface LogEntryJson {
  logIndex: string;
  logId: { keyId: string };
  kindVersion: { kind: string; version: string };
  integratedTime?: string;
  inclusionPromise?: { signedEntryTimestamp: string };
  inclusionProof?: {
    logIndex: string;
    rootHash: string;
    treeSize: string;
    hashes: string[];
    checkpoint?: { envelope: string };
  };
  canonicalizedBody: string;
}

export interface RawBytes {
  rawBytes: string;
}

/** A `trusted_root.json`. */
export interface TrustedRootJson {
  mediaType: string;
  tlogs: LogJson[];
  ctlogs: LogJson[];
  certificateAuthorities: AuthorityJson[];
  timestampAuthorities: AuthorityJson[];
}

interface Window {
  start?: string;
  end?: string;
}

interface LogJson {
  logId: { keyId: string };
  publicKey: RawBytes & { validFor?: Window };
}

interface AuthorityJson {
  certChain: { certificates: RawBytes[] };
  validFor?: Window;
}
