import {
  KubernetesValidatorFunctions,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/**
 * A full entity ref (`kind:namespace/name`) in its normal form, or undefined when it is none. Nothing is implied: a missing kind
 * or namespace is a slip in an operator's rule, not a default.
 *
 * @public
 */
export function normaliseEntityRef(text: string): string | undefined {
  if (!/^[^:/\s]+:[^:/\s]+\/[^:/\s]+$/.test(text)) {
    return undefined;
  }
  const ref = parseEntityRef(text.toLowerCase());
  const sound =
    KubernetesValidatorFunctions.isValidObjectName(ref.name) &&
    KubernetesValidatorFunctions.isValidNamespace(ref.namespace);
  return sound ? stringifyEntityRef(ref) : undefined;
}
