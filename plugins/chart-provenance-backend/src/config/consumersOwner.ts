import {
  ConfigProblem,
  normaliseEntityRef,
} from 'backstage-plugin-chart-provenance-common';
import { capturesOf } from './consumersPattern';
import { ConsumerOwnerRule } from './consumersTypes';

const PLACEHOLDER = /\{([^{}]*)\}/g;

/**
 * What is wrong with a rule that no part of it shows alone: that nothing restricts it, that a name is captured twice, or that
 * `entity` asks for what is not captured.
 *
 * @internal
 */
export function ownerProblems(rule: ConsumerOwnerRule): ConfigProblem[] {
  const patterns = [rule.cluster, rule.namespace, rule.name, rule.path].flatMap(
    pattern => pattern ?? [],
  );
  if (patterns.length === 0) {
    return [
      {
        path: '',
        message:
          'needs at least one of cluster, namespace, name and path; without, every consumer would be that entity’s',
      },
    ];
  }
  const captured = patterns.flatMap(capturesOf);
  const twice = captured.filter(
    (name, index) => captured.indexOf(name) !== index,
  );
  if (twice.length > 0) {
    const message = `{${twice[0]}} is captured twice; give each capture its own name`;
    return [{ path: '', message }];
  }
  const message = entityProblem(rule.entity, captured);
  return message === undefined ? [] : [{ path: 'entity', message }];
}

/**
 * The entity that a rule names, with what its patterns captured. Undefined when that is no entity ref, e.g. because a name is too
 * long for one.
 *
 * @internal
 */
export function ownerOf(
  rule: ConsumerOwnerRule,
  captures: ReadonlyMap<string, string>,
): string | undefined {
  return normaliseEntityRef(
    rule.entity.replace(
      PLACEHOLDER,
      (_, name: string) => captures.get(name) ?? '',
    ),
  );
}

function entityProblem(
  entity: string,
  captured: readonly string[],
): string | undefined {
  const unknown = [...entity.matchAll(PLACEHOLDER)].find(
    ([, name]) => !captured.includes(name),
  );
  if (unknown) {
    const there = captured.map(name => `{${name}}`).join(', ');
    return `{${unknown[1]}} is not captured by this rule, which captures ${
      there || 'nothing'
    }`;
  }
  // What is captured is made of letters, digits, dots, dashes and underscores, so what holds for a sample holds for all.
  return normaliseEntityRef(entity.replace(PLACEHOLDER, 'x')) === undefined
    ? 'must be a full entity reference, like component:default/{name}'
    : undefined;
}
