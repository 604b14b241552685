import { X509Certificate } from 'node:crypto';
import { isObject } from './isObject';

/** Ten times what `gh attestation trusted-root` writes today. */
const MAX_CHARACTERS = 4 * 1024 * 1024;
const MAX_ROOTS = 16;
/** As its certificates name the organisation; the names beside them in the file are hints. */
const GITHUB = 'GitHub, Inc.';

/**
 * Reads a file with trusted roots: one `trusted_root.json` (`file`), or one or more of them, each on a line of its own (`github`), of
 * which the one whose certificate authorities are GitHub's is taken.
 *
 * @throws Error with a few words for the operator.
 */
export function readRootFile(type: 'file' | 'github', text: string): unknown {
  if (text.length > MAX_CHARACTERS) {
    throw new Error('it is longer than 4 MiB');
  }
  if (type === 'file') {
    return JSON.parse(text);
  }
  const roots = documentsOf(text);
  const own = roots.filter(isOfGithub);
  if (own.length === 1) {
    return own[0];
  }
  throw new Error(
    own.length === 0
      ? `none of its ${roots.length} roots is GitHub's own: a certificate authority of ${GITHUB} is in none. Write the file anew with gh attestation trusted-root`
      : `${own.length} of its roots are GitHub's own; leave one of them`,
  );
}

/** The whole text as one document where it is one, pretty-printed perhaps; else each line that is not empty. */
function documentsOf(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    const lines = text.split('\n').filter(line => line.trim() !== '');
    if (lines.length > MAX_ROOTS) {
      throw new Error(`it has more than ${MAX_ROOTS} lines`);
    }
    return lines.map((line, index) => {
      try {
        return JSON.parse(line);
      } catch {
        throw new Error(`line ${index + 1} is not JSON`);
      }
    });
  }
}

/** A root is one party's: another's authority beside GitHub's would be trusted as GitHub. */
function isOfGithub(root: unknown): boolean {
  const authorities = isObject(root) ? root.certificateAuthorities : undefined;
  return (
    Array.isArray(authorities) &&
    authorities.length > 0 &&
    authorities.every(authority => organisationsOf(authority).includes(GITHUB))
  );
}

function organisationsOf(authority: unknown): string[] {
  const chain = isObject(authority) ? authority.certChain : undefined;
  const certificates = isObject(chain) ? chain.certificates : undefined;
  if (!Array.isArray(certificates)) {
    return [];
  }
  return certificates.flatMap(certificate => {
    const bytes = isObject(certificate) ? certificate.rawBytes : undefined;
    return typeof bytes === 'string' ? organisationsIn(bytes) : [];
  });
}

function organisationsIn(base64: string): string[] {
  try {
    const { subject } = new X509Certificate(Buffer.from(base64, 'base64'));
    return subject
      .split('\n')
      .filter(part => part.startsWith('O='))
      .map(part => part.slice(2).replace(/\\(.)/g, '$1'));
  } catch {
    return [];
  }
}
