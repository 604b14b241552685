import { RE2JS } from 're2js';
import { anchoredPart } from '../../consumers/gate/literalOf';
import { MEMBERS } from '../../policy/signerMeets';
import type { SignerRequirement, TrustPolicy } from '../../policy/types';
import { SnippetError } from '../SnippetError';
import { plainText } from './plainText';

type Keyless = Extract<SignerRequirement, { kind: 'keyless' }>;

/**
 * Those of one policy whom one root gives a certificate for one issuer's word, as tools can ask for them: a pair of anchored expressions. Issuers are
 * never alternatives of one expression: one issuer's subject would be taken from another.
 *
 * @internal
 */
export interface AnchoredIdentity {
  policy: string;
  root: string;
  /** Regular expression (RE2) that takes exactly `issuerText`. */
  issuer: string;
  issuerText: string;
  /** Regular expression (RE2): one anchored alternation of all subjects, each escaped, or the operator's pattern. */
  subject: string;
  /** The same one by one; exactly one of the two is set in each. `pattern` is anchored. */
  subjects: { exact?: string; pattern?: string }[];
  /** What the policy asks of a certificate that no expression on issuer and subject can, in words; a tool that asks for these two only is weaker. */
  alsoAsked: string[];
}

/**
 * Who may sign without a key, one entry for each policy, root and issuer in the order in which they are named; none for policies of keys alone.
 *
 * @throws SnippetError `unsafe` for an issuer or a subject that cannot be written
 * @internal
 */
export function anchoredIdentities(
  policies: readonly TrustPolicy[],
): AnchoredIdentity[] {
  return policies.flatMap(policy => {
    const groups = new Map<string, Keyless[]>();
    for (const one of policy.anyOf) {
      // One with both or none accepts nobody.
      if (
        one.kind === 'keyless' &&
        (one.subject === undefined) !== (one.subjectPattern === undefined)
      ) {
        const key = JSON.stringify([one.root, one.issuer]);
        groups.set(key, [...(groups.get(key) ?? []), one]);
      }
    }
    return [...groups.values()].map(group => identityOf(policy.name, group));
  });
}

function identityOf(
  policy: string,
  group: readonly Keyless[],
): AnchoredIdentity {
  const [{ root, issuer }] = group;
  const what = `that the policy ${policy} names`;
  plainText(issuer, `an issuer ${what}`);
  const expressions = group.map(one => expressionOf(one, what));
  return {
    policy,
    root,
    issuer: `^${escapeExpression(issuer)}$`,
    issuerText: issuer,
    subject: anchor([...new Set(expressions)]),
    subjects: group.map((one, at) =>
      one.subject === undefined
        ? { pattern: anchor([expressions[at]]) }
        : { exact: one.subject },
    ),
    alsoAsked: MEMBERS.filter(({ member }) =>
      group.some(one => one[member] !== undefined),
    ).map(({ words }) => words),
  };
}

function anchor(alternatives: readonly string[]): string {
  const [only, ...more] = alternatives;
  return more.length === 0 ? `^${only}$` : `^(?:${alternatives.join('|')})$`;
}

/** Without anchors; fit to stand among alternatives. */
function expressionOf(
  { subject, subjectPattern = '' }: Keyless,
  what: string,
): string {
  if (subject !== undefined) {
    return escapeExpression(plainText(subject, `a subject ${what}`));
  }
  const pattern = anchoredPart(subjectPattern) ?? subjectPattern;
  plainText(pattern, `a subjectPattern ${what}`, { dollar: true });
  // Flags and quoting reach beyond where they stand; half of an expression could end the group around it.
  if (/\(\?(?!:)|\\[QEAz]/.test(pattern) || !compiles(subjectPattern)) {
    throw new SnippetError(
      'unsafe',
      `No text is made: a subjectPattern ${what} has flags, quoting or a fault, and would not mean the same among others. Write it without.`,
    );
  }
  return `(?:${pattern})`;
}

function compiles(pattern: string): boolean {
  try {
    return Boolean(RE2JS.compile(pattern));
  } catch {
    return false;
  }
}

/**
 * The regular expression (RE2, without anchors) that takes exactly this text.
 *
 * @internal
 */
export function escapeExpression(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
