import { RE2JS } from 're2js';
import type { SignerRequirement } from '../../../policy/types';
import type { SnippetInput } from '../../types';
import { plainText } from '../../words';
import { Demand } from './types';

/** Beginning of an Ed25519 key in PEM: cosign signs with such keys in a form that its own verify refuses. */
const ED25519 = /^MCowBQYDK2Vw/m;

/**
 * What `cosign verify` is to ask for a requirement.
 *
 * @returns undefined for what cosign cannot ask for: a keyring, a store, an unknown key, an Ed25519 key, a pattern that is none
 * @throws SnippetError `unsafe` for an identity that cannot be written inertly
 * @internal
 */
export function demandOf(
  signer: SignerRequirement,
  { keys }: SnippetInput,
): Demand | undefined {
  if (signer.kind === 'keyless') {
    if (!isExpression(signer.subjectPattern)) {
      return undefined;
    }
    const { issuer, subject, subjectPattern, trigger } = signer;
    return {
      kind: 'keyless',
      issuer: plainText(issuer, 'the issuer that the policy names'),
      ...(subjectPattern === undefined
        ? { subject: plainText(subject ?? '', 'the subject of the policy') }
        : {
            pattern: plainText(
              withoutAnchors(subjectPattern),
              'the pattern of the policy (without the $ at its end)',
            ),
          }),
      ...(trigger === undefined
        ? {}
        : { trigger: plainText(trigger, 'the trigger of the policy') }),
    };
  }
  const key = signer.kind === 'key' ? signer.key : undefined;
  const pem = keys.find(({ id }) => id === key)?.pem;
  return key === undefined || pem === undefined || ED25519.test(pem)
    ? undefined
    : { kind: 'key', key, pem };
}

/** Half an expression takes nobody; with ours around it, it could take everybody: `a)|(?:b`. */
function isExpression(pattern: string | undefined): boolean {
  try {
    return pattern === undefined || Boolean(RE2JS.compile(pattern));
  } catch {
    return false;
  }
}

/** Anchors are written around the whole expression, so that an alternative cannot slip out of them. */
function withoutAnchors(pattern: string): string {
  const withoutEnd = pattern.replace(/(?<!\\)((?:\\\\)*)\$$/, '$1');
  return withoutEnd.replace(/^\^/, '');
}
