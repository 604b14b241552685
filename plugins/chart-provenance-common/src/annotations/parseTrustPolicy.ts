import { TRUST_POLICY_ANNOTATION } from './names';
import { parseEntries } from './parseEntries';
import { ParsedAnnotation, PolicyClaim } from './types';

const NAME = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9])?$/;

/**
 * Reads `chart-provenance/trust-policy`: names of policies that must be met in addition. Never throws.
 *
 * @public
 */
export function parseTrustPolicy(value: string): ParsedAnnotation<PolicyClaim> {
  return parseEntries<PolicyClaim>(TRUST_POLICY_ANNOTATION, value, entry =>
    NAME.test(entry)
      ? { entry: { policy: entry }, key: entry }
      : {
          problem: {
            position: Math.max(entry.search(/[^A-Za-z0-9._-]/), 0),
            message: 'This cannot be the name of a policy.',
            fix: 'Write the name as the operator’s configuration has it: at most 63 letters, digits, dots, dashes and underscores.',
          },
        },
  );
}
