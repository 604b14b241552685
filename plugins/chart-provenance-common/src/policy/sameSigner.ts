import { Signer } from '../verdict/types';
import { normaliseSource } from '../source/normaliseSource';

/**
 * Is it one signer? The same key or certificate, of the same ring or store where it is in one; or the same subject from the same issuer
 * under the same root, run from the same source: a reusable workflow has one subject for everybody who calls it. The source is the same when
 * its id is, too: a name that was given up can be registered by another.
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
  if (a.kind === 'x509') {
    return (
      b.kind === 'x509' &&
      a.store === b.store &&
      a.fingerprint === b.fingerprint
    );
  }
  return (
    b.kind === 'keyless' &&
    a.root === b.root &&
    a.issuer === b.issuer &&
    a.subject === b.subject &&
    sourceOf(a) === sourceOf(b) &&
    a.sourceRepositoryId === b.sourceRepositoryId
  );
}

function sourceOf({ sourceRepository }: { sourceRepository?: string }) {
  return sourceRepository === undefined
    ? undefined
    : normaliseSource(sourceRepository) ?? sourceRepository;
}
