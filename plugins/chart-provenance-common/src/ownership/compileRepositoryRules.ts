import { captureNames, compileGlob } from '../glob/compileGlob';
import { expandTemplate, templateProblems } from '../glob/expandTemplate';
import { ConfigProblem } from '../problem/ConfigProblem';
import { normaliseSource } from '../source/normaliseSource';
import { normaliseEntityRef } from './normaliseEntityRef';
import { CompiledRepositoryRule, RepositoryRule } from './types';

/**
 * Checks the operator's rules and prepares them for matching. Rules with problems are left out, so that a caller that goes on
 * regardless reads less, never more.
 *
 * @public
 */
export function compileRepositoryRules(rules: readonly RepositoryRule[]): {
  rules: CompiledRepositoryRule[];
  problems: ConfigProblem[];
} {
  const compiled: CompiledRepositoryRule[] = [];
  const problems: ConfigProblem[] = [];
  rules.forEach((rule, index) => {
    const result = compileRule(rule);
    if ('problems' in result) {
      problems.push(
        ...result.problems.map(({ path, message }) => ({
          path: `[${index}].${path}`,
          message,
        })),
      );
    } else {
      compiled.push(result);
    }
  });
  return { rules: compiled, problems };
}

function compileRule(
  rule: RepositoryRule,
): CompiledRepositoryRule | { problems: ConfigProblem[] } {
  const glob = compileGlob(rule.match);
  const problems: ConfigProblem[] =
    'problems' in glob
      ? glob.problems.map(message => ({ path: 'match', message }))
      : templatesProblems(rule, captureNames(glob.segments));
  for (const filter of [rule.claims ?? []].flat()) {
    if (Object.values(filter).flat().length === 0) {
      problems.push({
        path: 'claims',
        message:
          'An empty filter names no entity; name the entities, like {kind: component}.',
      });
    }
  }
  return 'problems' in glob || problems.length > 0
    ? { problems }
    : { rule, segments: glob.segments };
}

const CHECKS: {
  path: 'entity' | 'source' | 'legacy';
  sound: (expanded: string) => boolean;
  fix: string;
}[] = [
  {
    path: 'entity',
    sound: expanded => normaliseEntityRef(expanded) !== undefined,
    fix: 'It is not a full entity reference; write it like component:default/{name}.',
  },
  {
    path: 'source',
    sound: expanded => isSource(expanded),
    fix: 'It is not a source repository; write it like github.com/acme/{name}, with * only for whole segments.',
  },
  {
    path: 'legacy',
    sound: expanded =>
      /^https?:\/\/[^\s#@]+#[A-Za-z0-9][\w.-]*$/.test(expanded),
    fix: 'It is not a chart in a legacy repository; write it like https://charts.acme.dev#{name}.',
  },
];

function templatesProblems(
  rule: RepositoryRule,
  captures: readonly string[],
): ConfigProblem[] {
  // A repository segment is made of a-z, 0-9, dots, dashes and underscores, so what holds for a sample holds for all.
  const sample = Object.fromEntries(captures.map(name => [name, 'x']));
  return CHECKS.flatMap(({ path, sound, fix }) => {
    const template = rule[path];
    if (template === undefined) {
      return [];
    }
    const messages = templateProblems(template, captures);
    if (messages.length === 0 && !sound(expandTemplate(template, sample))) {
      messages.push(fix);
    }
    return messages.map(message => ({ path, message }));
  });
}

function isSource(text: string): boolean {
  const [host, ...path] = (normaliseSource(text) ?? '*').split('/');
  return !host.includes('*') && 'segments' in compileGlob(path.join('/'));
}
