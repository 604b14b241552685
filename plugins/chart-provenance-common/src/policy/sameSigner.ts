import { Signer } from '../verdict/types';
import { normaliseSource } from '../source/normaliseSource';

/**
 * Is it one signer? The same key, of the same ring where it is in one; or the same subject from the same issuer under the same root, run from the same source: a
 * reusable workflow has one subject for everybody who calls it.
 *
 * @internal
 */
export function sameSigner(a: Signer, b: Signer): boolean {
  if (a.kind === 'key') {
    return (
      b.kind === 'key' && a.key === b.key && a.fingerprint === b.fingerprint
    );
  }
  if (a.kind === 'pgp') {
    return (
      b.kind === 'pgp' &&
      a.keyring === b.keyring &&
      a.fingerprint === b.fingerprint
    );
  }
  return (
    b.kind === 'keyless' &&
    a.root === b.root &&
    a.issuer === b.issuer &&
    a.subject === b.subject &&
    sourceOf(a) === sourceOf(b)
  );
}

function sourceOf({ sourceRepository }: { sourceRepository?: string }) {
  return sourceRepository === undefined
    ? undefined
    : normaliseSource(sourceRepository) ?? sourceRepository;
}
