import { InputError } from '@backstage/errors';
import { TrustPolicy } from 'backstage-plugin-chart-provenance-common';
import { JSON_SCHEMA, load } from 'js-yaml';
import { checkReferences } from './checkReferences';
import { Problems } from './problems';
import { readPolicies } from './readPolicies';
import { ChartProvenanceConfig } from './types';

const MAX_LENGTH = 32 * 1024;
/** An alias can stand for a text far longer than itself, over and over. */
const ANCHOR = /(?:^|[-:,[{][ \t])[ \t]*[&*]\w/m;

/**
 * Reads one policy as it stands under `policies` of the configuration, in YAML. It may name what `trust` has.
 *
 * @throws InputError with all that is wrong
 */
export function parsePolicyText(
  text: string,
  { trust }: Pick<ChartProvenanceConfig, 'trust'>,
): TrustPolicy {
  const written = [asYaml(text)].flat();
  const problems = new Problems();
  const policies = readPolicies(written, problems);
  checkReferences({ policies: written, trust }, problems);
  if (problems.lines.length > 0 || policies.length !== 1) {
    throw new InputError(
      problems.lines.length > 0
        ? problems.lines.join('; ')
        : `There must be exactly one policy, and there are ${policies.length}.`,
    );
  }
  return policies[0];
}

function asYaml(text: string): unknown {
  if (text.length > MAX_LENGTH) {
    throw new InputError(`A policy has at most ${MAX_LENGTH} characters.`);
  }
  if (ANCHOR.test(text)) {
    throw new InputError(
      'The text has anchors or aliases (& and *); write the policy out.',
    );
  }
  try {
    return load(text, { schema: JSON_SCHEMA });
  } catch (error) {
    throw new InputError(
      `The text is no YAML: ${
        error instanceof Error ? error.message.split('\n')[0] : 'unreadable'
      }`,
    );
  }
}
