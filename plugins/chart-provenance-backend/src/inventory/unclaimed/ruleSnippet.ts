import {
  CompiledRepositoryRule,
  matchRepository,
  normaliseRegistryHost,
  parseLegacyPlace,
  RepositoryMatch,
} from 'backstage-plugin-chart-provenance-common';
import { Document } from 'yaml';
import { UnclaimedRecord } from '../../store';

/** Nothing but what is a literal in a rule: `*` or a brace in a name that others wrote would open more than one repository. */
const PATH =
  /^[a-z0-9]+(?:[._-]+[a-z0-9]+)*(?:\/[a-z0-9]+(?:[._-]+[a-z0-9]+)*)*$/;
const HOST = /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?$/;
const LEGACY = /^https?:\/\/[^\s#@{}]+#[A-Za-z0-9][\w.-]*$/;

/**
 * The rule, as YAML for a pull request, that gives a chart to an entity. It goes before all others of its registry, because the first
 * that matches counts; so it says again what the rule that matches now says of source, policy and legacy place.
 *
 * @returns null when no rule can be written for what is known
 */
export function ruleSnippet(
  { chart, reference, name }: UnclaimedRecord,
  entityRef: string,
  rules: readonly CompiledRepositoryRule[],
): string | null {
  if (chart) {
    const match = matchRepository(rules, chart.registry, chart.repository);
    return write(chart.registry, chart.repository, entityRef, match);
  }
  if (reference.startsWith('oci://')) {
    const [, host, path] = /^oci:\/\/([^/]+)\/(.+)$/.exec(reference) ?? [];
    return write(normaliseRegistryHost(host ?? ''), path, entityRef, undefined);
  }
  const guess = rules.flatMap(rule => guessFor(rule, name))[0];
  return guess && LEGACY.test(reference) && parseLegacyPlace(reference)
    ? write(
        guess.registry,
        guess.path,
        entityRef,
        {
          ...matchRepository(rules, guess.registry, guess.path),
          legacy: reference,
        },
        'registry and repository are a guess: write what the chart became',
      )
    : null;
}

function write(
  host: string | undefined,
  path: string | undefined,
  entity: string,
  match: Partial<RepositoryMatch> | undefined,
  note?: string,
): string | null {
  if (!HOST.test(host ?? '') || !PATH.test(path ?? '')) {
    return null;
  }
  const { source, legacy, policies = [] } = match ?? {};
  const policy = policies.length === 1 ? policies[0] : policies;
  const rule = {
    match: path,
    entity,
    ...(source !== undefined && { source }),
    ...(legacy !== undefined && { legacy }),
    ...(policies.length > 0 && { policy }),
  };
  const document = new Document({
    chartProvenance: { registries: [{ host, repositories: [rule] }] },
  });
  document.commentBefore = ` Before the other rules of ${host}: the first that matches counts.${
    note ? `\n ${note.charAt(0).toUpperCase()}${note.slice(1)}.` : ''
  }`;
  return document.toString({ lineWidth: 0 });
}

/** Where a rule puts charts of that name: one whose last segment, and nothing else, is left open. */
function guessFor(
  { rule, segments }: CompiledRepositoryRule,
  name: string,
): { registry: string; path: string }[] {
  const last = segments[segments.length - 1];
  const parents = segments
    .slice(0, -1)
    .flatMap(segment => (segment.kind === 'literal' ? [segment.text] : []));
  return parents.length === segments.length - 1 && last.kind !== 'literal'
    ? [{ registry: rule.registry, path: [...parents, name].join('/') }]
    : [];
}
