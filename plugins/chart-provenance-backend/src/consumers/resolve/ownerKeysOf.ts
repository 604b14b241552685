import { normaliseEntityRef } from 'backstage-plugin-chart-provenance-common';
import { ObservedConsumer } from 'backstage-plugin-chart-provenance-node';
import { ConsumerOwnerRule, matchPattern, ownerOf } from '../../config';
import { ConsumerPlace } from './placeOf';

const KUBERNETES_ID = 'backstage.io/kubernetes-id';

/**
 * Who may deploy, the surest first: the operator's rule, the entity that the source itself knows, then what the manifest says of
 * itself. Whoever writes a manifest writes its labels and its name, so neither comes before the operator's word.
 */
export function ownerKeysOf(
  consumer: ObservedConsumer,
  place: ConsumerPlace,
  rules: readonly ConsumerOwnerRule[],
): string[] {
  const ruled = ownerByRule(place, rules);
  const known =
    consumer.entityRef === null
      ? undefined
      : normaliseEntityRef(consumer.entityRef);
  const labels = new Map(Object.entries(consumer.labels));
  const label = labels.get(KUBERNETES_ID);
  const keys = [
    ...[ruled, known].flatMap(ref => (ref ? [`entity:${ref}`] : [])),
    ...(label ? [`kubernetes-id:${label}`] : []),
    ...(consumer.kind === 'Application' && consumer.form.startsWith('argocd-')
      ? [`argocd-app:${consumer.name}`]
      : []),
  ];
  return [...new Set(keys)];
}

/** The first rule that matches counts, also where what it captures makes no entity. */
function ownerByRule(
  place: ConsumerPlace,
  rules: readonly ConsumerOwnerRule[],
): string | undefined {
  for (const rule of rules) {
    const captures = capturesOf(place, rule);
    if (captures) {
      return ownerOf(rule, captures);
    }
  }
  return undefined;
}

/** Undefined when one of the rule's patterns does not match. */
function capturesOf(
  { cluster, namespace, name, path }: ConsumerPlace,
  rule: ConsumerOwnerRule,
): ReadonlyMap<string, string> | undefined {
  const all = new Map<string, string>();
  const pairs = [
    [rule.cluster, cluster],
    [rule.namespace, namespace],
    [rule.name, name],
    [rule.path, path],
  ] as const;
  for (const [pattern, text] of pairs) {
    if (pattern) {
      const found = text === null ? undefined : matchPattern(pattern, text);
      if (!found) {
        return undefined;
      }
      found.forEach((value, key) => all.set(key, value));
    }
  }
  return all;
}
