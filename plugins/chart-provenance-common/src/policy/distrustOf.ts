import { looseSource } from '../source/looseSource';
import { sourceMatches } from '../source/sourceMatches';
import { Signer } from '../verdict/types';
import { Distrust } from './types';
import { Proof } from './proofs';
import { sameSigner } from './sameSigner';

/**
 * The entry by which a proof does not count, if one does. A proof falls by its own digest, key, root, identity, log entry or source, and
 * also when its signer says, in any other proof about the same chart, that it was built from a distrusted source.
 *
 * @internal
 */
export function distrustOf(
  proof: Proof,
  proofs: readonly Proof[],
  distrust: readonly Distrust[],
): Distrust | undefined {
  return distrust.find(
    entry =>
      (inRange(entry, proof.verification.verifiedTimes ?? []) &&
        namesProof(entry, proof)) ||
      (entry.sourceRepository !== undefined &&
        naming(entry, proofs).some(other =>
          sameSigner(other.signer, proof.signer),
        )),
  );
}

/**
 * By a list of proofs and an entry: every proof is asked about with the same list, and whoever may push decides how long it is.
 */
const known = new WeakMap<readonly Proof[], Map<Distrust, Proof[]>>();

/** The proofs that name the distrusted source. */
function naming(entry: Distrust, proofs: readonly Proof[]): Proof[] {
  const byEntry = known.get(proofs) ?? new Map<Distrust, Proof[]>();
  known.set(proofs, byEntry);
  const found =
    byEntry.get(entry) ??
    proofs.filter(
      proof =>
        inRange(entry, proof.verification.verifiedTimes ?? []) &&
        namesSource(entry.sourceRepository, proof),
    );
  byEntry.set(entry, found);
  return found;
}

function namesProof(
  entry: Distrust,
  { evidence, verification, signer }: Proof,
): boolean {
  return (
    (entry.digest !== undefined &&
      [evidence.digest, evidence.manifest, evidence.contents].includes(
        entry.digest,
      )) ||
    namesLogEntry(entry, verification.logEntries ?? []) ||
    namesSigner(entry, signer)
  );
}

function namesLogEntry(
  { logEntry }: Distrust,
  entries: readonly string[],
): boolean {
  return (
    logEntry !== undefined &&
    entries.some(entry => entry.toLowerCase() === logEntry.toLowerCase())
  );
}

function namesSigner(entry: Distrust, signer: Signer): boolean {
  switch (signer.kind) {
    case 'key':
      return isKey(entry, signer.key) || isKey(entry, signer.fingerprint);
    case 'pgp':
      return (
        isKey(entry, signer.keyring) ||
        isKey(entry, signer.fingerprint) ||
        isKey(entry, signer.subkey)
      );
    case 'x509':
      return entry.root === signer.store || isKey(entry, signer.fingerprint);
    default:
      return entry.root === signer.root || namesIdentity(entry, signer);
  }
}

/**
 * Without regard to case and blanks, in which tools write fingerprints differently. Ids are compared the same way: one that looks like a
 * fingerprint is read as such.
 */
function isKey({ key }: Distrust, named: string | undefined): boolean {
  return (
    key !== undefined &&
    key.replace(/\s/g, '').toLowerCase() === named?.toLowerCase()
  );
}

function namesIdentity(
  { identity }: Distrust,
  signer: Extract<Signer, { kind: 'keyless' }>,
): boolean {
  return (
    identity !== undefined &&
    identity.issuer === signer.issuer &&
    identity.subject === signer.subject
  );
}

function namesSource(
  distrusted: string | undefined,
  { signer, verification }: Proof,
): boolean {
  const sources = [
    signer.kind === 'keyless' ? signer.sourceRepository : undefined,
    verification.predicate?.source,
  ];
  return (
    distrusted !== undefined &&
    sources.some(
      source =>
        source !== undefined &&
        sourceMatches(looseSource(distrusted), looseSource(source)),
    )
  );
}

/** Without a proven time nothing shows that a signature lies outside of the range, so it counts as inside. */
function inRange({ from, until }: Distrust, times: readonly string[]): boolean {
  if (from === undefined && until === undefined) {
    return true;
  }
  const first = from === undefined ? -Infinity : Date.parse(from);
  const last = until === undefined ? Infinity : Date.parse(until);
  return (
    times.length === 0 ||
    // Written so that a time that cannot be read counts as inside as well.
    times.some(time => !(Date.parse(time) < first || Date.parse(time) > last))
  );
}
