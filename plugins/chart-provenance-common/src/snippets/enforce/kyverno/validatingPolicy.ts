import type { CelRules } from '../rules';
import type { YamlValue } from '../yaml';

/** What is done about a violation. `audit` reports it, and lets everything pass. */
export type Mode = 'audit' | 'deny';

/** A ValidatingPolicy of Kyverno 1.18 and newer. */
export function validatingPolicy(
  slug: string,
  rules: CelRules,
  mode: Mode,
): YamlValue {
  const { part, title, kinds, variables, validations } = rules;
  return {
    apiVersion: 'policies.kyverno.io/v1',
    kind: 'ValidatingPolicy',
    metadata: policyMetadata(`${slug}-${part}`, title),
    spec: {
      ...actions(mode),
      matchConstraints: { resourceRules: kinds.map(resourceRule) },
      variables: variables.map(({ name, expression }) => ({
        name,
        expression,
      })),
      validations: validations.map(({ message, expression }) => ({
        message,
        expression,
      })),
    },
  };
}

export function policyMetadata(name: string, title: string): YamlValue {
  return {
    name,
    annotations: {
      'policies.kyverno.io/title': title,
      'policies.kyverno.io/category': 'Supply chain',
    },
  };
}

/** An audit must stop nothing, also where the policy itself fails; what denies fails closed. */
export function actions(mode: Mode): { [key: string]: YamlValue } {
  return {
    validationActions: [mode === 'deny' ? 'Deny' : 'Audit'],
    failurePolicy: mode === 'deny' ? 'Fail' : 'Ignore',
  };
}

export function resourceRule({
  group,
  resources,
}: CelRules['kinds'][number]): YamlValue {
  return {
    apiGroups: [group],
    apiVersions: ['*'],
    operations: ['CREATE', 'UPDATE'],
    resources: Object.keys(resources),
  };
}
