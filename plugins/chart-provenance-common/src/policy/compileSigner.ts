import { z } from 'zod';
import { ConfigProblem } from '../problem/ConfigProblem';
import { checkSubjectPattern } from './checkSubjectPattern';
import { parseAt } from './parseAt';
import {
  keylessSchema,
  keyringSchema,
  keySchema,
  storeSchema,
} from './policySchema';
import { SignerRequirement } from './types';

/**
 * Ids a policy may name; a list that is left out is not checked against.
 *
 * @public
 */
export interface KnownTrust {
  roots?: readonly string[];
  keys?: readonly string[];
  keyrings?: readonly string[];
  stores?: readonly string[];
}

const NAMELESS =
  'It names no root, key, keyring or store; write {root, issuer, subject}, {key}, {keyring} or {store}.';

/**
 * Reads one alternative: `{root, issuer, subject | subjectPattern, …}`, `{key}`, `{keyring}` or `{store, subject?}`.
 *
 * @returns undefined for one that cannot be read; then there are problems. There may be some beside what could be read, too.
 * @internal
 */
export function compileSigner(
  value: unknown,
  known: KnownTrust,
  path: string,
  problems: ConfigProblem[],
): SignerRequirement | undefined {
  const has = (key: string) =>
    typeof value === 'object' && value !== null && key in value;
  const unknown = (
    what: keyof KnownTrust,
    one: 'root' | 'key' | 'keyring' | 'store',
    id: string | undefined,
  ) => {
    if (id !== undefined && known[what]?.includes(id) === false) {
      problems.push({
        path: `${path}.${one}`,
        message: `There is no ${one} ${id} in trust.${what}.`,
      });
    }
  };
  if (!['root', 'key', 'keyring', 'store'].some(has)) {
    problems.push({ path, message: NAMELESS });
    return undefined;
  }
  if (has('key')) {
    const read = parseAt(keySchema, value, path, problems);
    unknown('keys', 'key', read?.key);
    return read && { kind: 'key', ...read };
  }
  if (has('keyring')) {
    const read = parseAt(keyringSchema, value, path, problems);
    unknown('keyrings', 'keyring', read?.keyring);
    return read && { kind: 'keyring', ...read };
  }
  if (has('store')) {
    const read = parseAt(storeSchema, value, path, problems);
    unknown('stores', 'store', read?.store);
    return read && { kind: 'store', ...read };
  }
  const read = parseAt(keylessSchema, value, path, problems);
  if (!read) {
    return undefined;
  }
  unknown('roots', 'root', read.root);
  return compileKeyless(read, path, problems);
}

function compileKeyless(
  { allowAnyRef, ...signer }: z.output<typeof keylessSchema>,
  path: string,
  problems: ConfigProblem[],
): SignerRequirement {
  const add = (at: string, message: string) =>
    problems.push({ path: `${path}${at}`, message });
  if (
    (signer.subject === undefined) ===
    (signer.subjectPattern === undefined)
  ) {
    add('', 'Write exactly one of subject and subjectPattern.');
  }
  if (signer.subject?.includes('*')) {
    add(
      '.subject',
      'It is compared literally, and no subject holds a *; write subjectPattern.',
    );
  }
  if (signer.subjectPattern !== undefined) {
    for (const problem of checkSubjectPattern(signer.subjectPattern, {
      allowAnyRef,
    })) {
      add('.subjectPattern', problem);
    }
  }
  return { kind: 'keyless', ...signer };
}
