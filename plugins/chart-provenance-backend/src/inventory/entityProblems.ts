import {
  CHARTS_ANNOTATION,
  EntityProblem,
  RefusedClaim,
  TRUST_POLICY_ANNOTATION,
  TrustPolicy,
} from 'backstage-plugin-chart-provenance-common';

/** Why a claim of a repository does not count, and what to do. `reference` is `oci://…`. */
export function refusedClaimProblem(
  code: RefusedClaim['code'],
  reference: string,
  owner: string | undefined,
): EntityProblem {
  const base = { code, annotation: CHARTS_ANNOTATION, reference };
  switch (code) {
    case 'registry-not-configured':
      return {
        ...base,
        message: `The registry of ${reference} is not configured, so it was not contacted.`,
        fix: 'Ask the operator to add the registry to chartProvenance.registries.',
      };
    case 'claimed-by-another':
      return {
        ...base,
        message: `${reference} belongs to ${owner ?? 'another entity'}.`,
        fix: `Remove it from ${CHARTS_ANNOTATION}, or ask the operator to change who owns it.`,
        ...(owner !== undefined && { claimants: [owner] }),
      };
    default:
      return {
        ...base,
        message: `The operator does not let this entity claim ${reference}, so nothing was fetched for it.`,
        fix: 'Ask the operator for a repositories rule whose entity or claims allows it.',
      };
  }
}

/** Two or more entities claim one repository, and nobody said whose it is. */
export function conflictProblem(
  reference: string,
  others: readonly string[],
): EntityProblem {
  return {
    code: 'ownership-conflict',
    annotation: CHARTS_ANNOTATION,
    reference,
    message: `${reference} is also claimed by ${others.join(', ')}.`,
    fix: 'Let one of the entities drop its claim, or ask the operator to name the owner.',
    claimants: [...others],
  };
}

/** What is wrong with the policies an entity asks for. */
export function policyProblems(
  requested: readonly string[],
  policies: readonly TrustPolicy[],
): EntityProblem[] {
  return requested.flatMap((name): EntityProblem[] => {
    const policy = policies.find(candidate => candidate.name === name);
    if (policy?.selectable) {
      return [];
    }
    const base = { annotation: TRUST_POLICY_ANNOTATION, value: name };
    return policy
      ? [
          {
            ...base,
            code: 'policy-not-selectable',
            message: `The policy ${name} is not one that entities may ask for.`,
            fix: 'Remove it from the annotation, or ask the operator to mark it selectable.',
          },
        ]
      : [
          {
            ...base,
            code: 'unknown-policy',
            message: `There is no policy named ${name}.`,
            fix: 'Correct the name, or ask the operator to add the policy.',
          },
        ];
  });
}
