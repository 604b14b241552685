import type {
  BundleJson,
  LogEntryJson,
  TrustedRootJson,
} from './BundleJson.ts';

/** A copy with something changed in it. */
export function alter<T>(original: T, change: (copy: T) => void): T {
  const copy = structuredClone(original);
  change(copy);
  return copy;
}

/** A copy whose only log entry is changed. */
export function alterEntry(
  bundle: BundleJson,
  change: (entry: LogEntryJson) => void,
): BundleJson {
  return alter(bundle, copy => change(entryOf(copy)));
}

/** A copy whose window of trust for every log, or every authority, is another. */
export function alterWindows(
  root: TrustedRootJson,
  of: 'tlogs' | 'ctlogs' | 'certificateAuthorities' | 'timestampAuthorities',
  window: { start?: string; end?: string },
): TrustedRootJson {
  return alter(root, copy => {
    for (const each of copy[of]) {
      if ('publicKey' in each) {
        each.publicKey.validFor = window;
      } else {
        each.validFor = window;
      }
    }
  });
}

export function entryOf({ verificationMaterial }: BundleJson): LogEntryJson {
  const [entry] = verificationMaterial.tlogEntries ?? [];
  if (entry === undefined) {
    throw new Error('the bundle was not logged');
  }
  return entry;
}

/** Changes one bit of the last byte. */
export function flip(base64: string): string {
  const bytes = Buffer.from(base64, 'base64');
  bytes[bytes.length - 1] ^= 1;
  return bytes.toString('base64');
}

/** The same proofs as an older tool would have written them. */
export function asVersion(
  version: '0.1' | '0.2' | '0.3',
  bundle: BundleJson,
): BundleJson {
  return alter(bundle, copy => {
    copy.mediaType = `application/vnd.dev.sigstore.bundle+json;version=${version}`;
    const { verificationMaterial: material } = copy;
    if (material.certificate && version !== '0.3') {
      material.x509CertificateChain = { certificates: [material.certificate] };
      delete material.certificate;
    }
  });
}
