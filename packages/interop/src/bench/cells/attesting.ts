import { ATTESTATION_TYPES, PREDICATE_TYPES } from '../make/predicates.ts';
import {
  laidDown,
  METHODS,
  policyFor,
  rejected,
  registryAt,
  shortName,
  VERIFIED,
} from './build.ts';
import type { AttestationType, Cell, Method, SignerId } from './types.ts';

const SIGNERS: SignerId[] = ['github', 'p256', 'gitlab', 'rsa'];

/** Every layout with every type of attestation, which the policy requires; the signer is another for each. */
export function attestingCells(): Cell[] {
  const all = METHODS.flatMap((method, row) =>
    ATTESTATION_TYPES.map((type, column) =>
      attested(method, type, row + column),
    ),
  );
  return [...all, withoutAttestation(), attestedByAnother()];
}

function attested(method: Method, type: AttestationType, index: number): Cell {
  const by = SIGNERS[index % SIGNERS.length];
  return {
    id: `attest-${shortName(method)}-${type}`,
    // `cosign attest` of version 2 knows no OCI 1.1 mode: one cell shows where it puts it.
    set: method === 'cosign2-oci11' && type !== 'cyclonedx' ? 'full' : 'core',
    registry: registryAt(index + 1),
    ...laidDown(method),
    steps: [
      { do: 'sign', by },
      { do: 'attest', type, by },
    ],
    policy: policyFor(by),
    require: [PREDICATE_TYPES[type]],
    expect: VERIFIED,
  };
}

function withoutAttestation(): Cell {
  return {
    id: 'attest-missing',
    set: 'core',
    registry: 'ggcr',
    method: 'cosign3-bundle',
    steps: [{ do: 'sign', by: 'github' }],
    policy: { identity: 'github' },
    require: [PREDICATE_TYPES.slsaprovenance1],
    expect: rejected('missing-attestation'),
    toolSays: 'none of the attestations matched the predicate type',
  };
}

function attestedByAnother(): Cell {
  return {
    id: 'attest-by-another',
    set: 'core',
    registry: 'debian',
    method: 'cosign3-bundle',
    steps: [
      { do: 'sign', by: 'github' },
      { do: 'attest', type: 'slsaprovenance1', by: 'github-fork' },
    ],
    policy: { identity: 'github' },
    require: [PREDICATE_TYPES.slsaprovenance1],
    expect: rejected('missing-attestation'),
    toolSays: 'none of the attestations matched the predicate type',
  };
}
