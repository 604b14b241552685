import { ConfigProblem } from '../problem/ConfigProblem';
import { compileSigner, KnownTrust } from './compileSigner';
import { parseAt } from './parseAt';
import { attestationSchema } from './policySchema';
import {
  COSIGN_SIGN_PREDICATE,
  isProvenance,
  SIMPLE_SIGNING_TYPE,
  SLSA_PROVENANCE,
} from './predicateTypes';
import { AttestationRequirement } from './types';

/**
 * Reads what must be attested: a predicate type, or `{type, anyOf?, builders?}`.
 *
 * @returns undefined for one that cannot be read; then there are problems. There may be some beside what could be read, too.
 * @internal
 */
export function compileAttestation(
  value: unknown,
  known: KnownTrust,
  path: string,
  problems: ConfigProblem[],
): AttestationRequirement | undefined {
  const read: ReadAttestation | undefined = parseAt(
    attestationSchema,
    value,
    path,
    problems,
  );
  if (!read) {
    return undefined;
  }
  const { type, anyOf, builders } = read;
  const add = (at: string, message: string) =>
    problems.push({ path: `${path}${at}`, message });
  if (type === COSIGN_SIGN_PREDICATE || type === SIMPLE_SIGNING_TYPE) {
    add('', 'A signature attests nothing; ask for signatures under anyOf.');
  }
  if (builders && type !== SLSA_PROVENANCE && !isProvenance(type)) {
    add('.builders', `Only ${SLSA_PROVENANCE} names a builder.`);
  }
  const signers = anyOf?.flatMap((alternative, index) => {
    const at = `.anyOf[${index}]`;
    const signer = compileSigner(alternative, known, `${path}${at}`, problems);
    if (signer?.kind === 'keyring' || signer?.kind === 'store') {
      add(at, 'Name a root or a key: nothing else attests.');
    }
    return signer ?? [];
  });
  return {
    type,
    ...(signers && { anyOf: signers }),
    ...(builders && { builders: [...new Set(builders)] }),
  };
}

interface ReadAttestation {
  type: string;
  anyOf?: unknown[];
  builders?: string[];
}
