import { Certificate } from '../notation/certificate/Certificate';
import { isSelfSigned } from '../notation/certificate/isSelfSigned';
import { readCertificate } from '../notation/certificate/readCertificate';
import { StoreInput } from '../types';
import { hashOf } from './hashOf';

/** Certificates that a Notation signature may lead to. Without any nothing is proven under it. */
export interface PreparedStore {
  id: string;
  /** Changes when any outcome under this store might. */
  hash: string;
  /** SHA-256 (hex) of each certificate. */
  anchors: ReadonlySet<string>;
  /** ISO; from then on none of them counts. Absent without any. */
  lastUntil?: string;
  /** One sentence for the operator: what it holds, or why it cannot be used. */
  detail: string;
}

const CERTIFICATE =
  /-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END CERTIFICATE-----/g;
const MAX_CERTIFICATES = 64;
const MAX_SHOWN = 8;

/**
 * Checks and prepares a store; one with a certificate that cannot be used is not used at all, as with Notation. One that has
 * expired is no mistake: nothing counts by it. Never throws.
 *
 * @internal
 */
export function prepareStore({ id, pem }: StoreInput): PreparedStore {
  try {
    const certificates = readAll(pem);
    const untils = certificates.map(({ notAfter }) => notAfter.getTime());
    const anchors = [...new Set(certificates.map(each => each.fingerprint))];
    return {
      id,
      hash: hashOf([...anchors].sort()),
      anchors: new Set(anchors),
      lastUntil: new Date(Math.max(...untils)).toISOString(),
      detail: describe(anchors),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it cannot be read';
    return {
      id,
      hash: hashOf({ id, unusable: true }),
      anchors: new Set(),
      detail: `Store ${id} cannot be used: ${why}.`,
    };
  }
}

function readAll(pem: string): Certificate[] {
  const blocks = [...pem.matchAll(CERTIFICATE)];
  if (blocks.length === 0 || blocks.length > MAX_CERTIFICATES) {
    throw new Error(
      `it needs 1 to ${MAX_CERTIFICATES} certificates in PEM, and has ${blocks.length}`,
    );
  }
  return blocks.map(([, base64], index) => {
    const certificate = read(base64, index);
    if (!certificate.isAuthority && !isSelfSigned(certificate)) {
      throw new Error(
        `certificate ${
          index + 1
        } is neither that of an authority nor self-signed`,
      );
    }
    return certificate;
  });
}

function read(base64: string, index: number): Certificate {
  try {
    return readCertificate(Buffer.from(base64, 'base64'));
  } catch {
    throw new Error(`certificate ${index + 1} cannot be read`);
  }
}

function describe(anchors: readonly string[]): string {
  const more = anchors.length - MAX_SHOWN;
  return `Certificates with SHA-256 fingerprint ${anchors
    .slice(0, MAX_SHOWN)
    .join(', ')}${more > 0 ? ` and ${more} more` : ''}.`;
}
