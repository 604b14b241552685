import { compileRepositoryRules } from 'backstage-plugin-chart-provenance-common';
import { parse } from 'yaml';
import { LEGACY } from '../__testUtils__/words';
import { OPERATOR, record } from './__testUtils__/records';
import { ruleSnippet } from './ruleSnippet';

describe('the snippet', () => {
  const rulesOf = (snippet: string | null) => {
    const [registry] = parse(snippet ?? '').chartProvenance.registries;
    return compileRepositoryRules(
      registry.repositories.map((rule: object) => ({
        registry: registry.host,
        ...rule,
      })),
    );
  };
  const REF = 'component:default/tools';

  it.each<[string, string, object]>([
    [
      'says again what the rule that matches says',
      'oci://ghcr.io/acme/charts/web',
      {
        registry: 'ghcr.io',
        match: 'acme/charts/web',
        entity: REF,
        source: 'github.com/acme/web',
        legacy: `${LEGACY}#web`,
        policy: ['acme-release', 'second'],
      },
    ],
    [
      'says one policy as one',
      'oci://ghcr.io/acme/shared/web',
      {
        registry: 'ghcr.io',
        match: 'acme/shared/web',
        entity: REF,
        policy: 'acme-release',
      },
    ],
    [
      'opens what is not configured, and no more of it',
      'oci://Docker.io/bitnamicharts/redis',
      {
        registry: 'registry-1.docker.io',
        match: 'bitnamicharts/redis',
        entity: REF,
      },
    ],
    [
      'guesses where a legacy chart went, and says so',
      'https://old.acme.dev/x#web',
      {
        registry: 'ghcr.io',
        match: 'acme/charts/web',
        entity: REF,
        source: 'github.com/acme/web',
        legacy: 'https://old.acme.dev/x#web',
        policy: ['acme-release', 'second'],
      },
    ],
  ])('%s: %s', (_, reference, expected) => {
    const snippet = ruleSnippet(record(reference), REF, OPERATOR.rules);
    const { rules, problems } = rulesOf(snippet);
    expect(problems).toEqual([]);
    expect(rules.map(({ rule }) => rule)).toEqual([expected]);
    expect(snippet?.includes('guess')).toBe(reference.startsWith('https'));
  });

  it.each([
    'oci://quay.io/acme/*',
    'oci://quay.io/acme/**',
    'oci://quay.io/{name}/x',
    'oci://quay.io/a/../b',
    'oci://quay.io/a\n- match: "**"',
    'oci://quay.io: evil/x',
    'oci://quay.io',
    'https://old.acme.dev#..',
    'https://old.acme.dev#{name}',
    'https://old.acme.dev/a b#web',
    'https://old.acme.dev#web\nevil: true',
  ])('is not written for %j', reference => {
    expect(
      ruleSnippet(
        { ...record('oci://quay.io/a/b'), reference, name: 'web' },
        REF,
        OPERATOR.rules,
      ),
    ).toBeNull();
  });
});
