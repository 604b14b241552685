import { Signer } from '../../verdict/types';
import { AttestationRequirement, SignerRequirement } from '../types';
import {
  asksKey,
  asksKeyless,
  ISSUER,
  Item,
  keyless,
  policy,
  proven,
  SLSA,
} from './judgeInputs';

/** Attestations: who made them, which builder they name, and from which source. */
export const GENERATOR =
  'https://github.com/slsa-framework/slsa-github-generator/.github/workflows/generator_generic_slsa3.yml@refs/tags/v2.1.0';
export const WORKFLOW = keyless.subject;
export const SOURCE = 'git+https://github.com/acme/payments@refs/tags/v1.8.2';

/** A reusable workflow: its own subject for all who call it, with the caller's repository as the source. */
export const byGenerator: Extract<Signer, { kind: 'keyless' }> = {
  ...keyless,
  subject: GENERATOR,
  buildSigner: GENERATOR,
};
export const byWorkflow = { ...keyless, buildSigner: WORKFLOW };
export const asksGenerator: SignerRequirement = {
  kind: 'keyless',
  root: 'public',
  issuer: ISSUER,
  subject: GENERATOR,
};

export function requiring(
  requirement: AttestationRequirement,
  anyOf: SignerRequirement[] = [asksKeyless],
) {
  return { policies: [policy({ anyOf, requireAttestations: [requirement] })] };
}

export function slsa(
  signer: Signer,
  id: string,
  predicate: NonNullable<Item['verifications'][number]['predicate']>,
  predicateType = SLSA,
): Item {
  return proven(signer, id, { predicateType, predicate });
}

export const builtHere = { builderId: WORKFLOW, source: SOURCE };
export const byWorkflowSigned = proven(byWorkflow, 'a0');
export const fromGenerator = { builderId: GENERATOR, source: SOURCE };
export const KEY_AND_GENERATOR = requiring(
  { type: SLSA, anyOf: [asksGenerator] },
  [asksKey],
);
export const withBuilders = (builders: string[]) =>
  requiring({ type: SLSA, builders });
