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

/** What an in-toto predicate type is; cosign's short names (`slsaprovenance1`, `spdxjson`) stand in no statement. */
const URI = /^[a-z][a-z0-9+.-]*:\S+$/i;

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
  } else if (!URI.test(type)) {
    add(
      '',
      `It is no URI; write the type in full, like ${SLSA_PROVENANCE}/v1.`,
    );
  }
  if (builders?.some(builder => builder.includes('*'))) {
    add(
      '.builders',
      'They are compared literally, and no id of a builder holds a *; list each.',
    );
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
