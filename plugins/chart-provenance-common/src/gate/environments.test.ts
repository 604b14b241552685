import fc from 'fast-check';
import { compileGlob } from '../glob/compileGlob';
import { canonicalJson } from './canonicalJson';
import {
  capMaxAge,
  chooseEnvironment,
  environmentNames,
  GateEnvironmentRule,
} from './chooseEnvironment';
import { hashOfInputs, policyHashOf } from './policyHashOf';
import { environment } from './testing/gateFacts';

function rule(
  name: string,
  pattern: string | null,
  policy: string,
): GateEnvironmentRule {
  const [host = '', ...path] = pattern?.split('/') ?? [];
  const glob = compileGlob(path.join('/'));
  if (pattern !== null && 'problems' in glob) {
    throw new Error(glob.problems.join());
  }
  return {
    name,
    repositories:
      pattern === null || 'problems' in glob
        ? null
        : [{ host, segments: glob.segments }],
    enforceFrom: 'never',
    policies: [policy],
    requireDigest: true,
    requireImages: true,
    maxAgeMs: 5,
  };
}

const gate = {
  maxAgeMs: 7,
  lifetimeMs: 9,
  environments: [
    rule('production', 'ghcr.io/acme/charts/**', 'charts'),
    rule('production', 'ghcr.io/acme/*', 'acme'),
    rule('hub', 'docker.io/acme/**', 'hub'),
    rule('staging', null, 'all'),
  ],
};
const at = (registry: string, repository: string) => ({ registry, repository });

describe('chooseEnvironment', () => {
  it.each([
    ['production', at('ghcr.io', 'acme/charts/payments'), ['charts']],
    ['production', at('GHCR.io:443', 'acme/charts/a/b'), ['charts']],
    ['production', at('ghcr.io', 'acme/payments'), ['acme']],
    ['staging', at('quay.io', 'x/y'), ['all']],
    ['hub', at('registry-1.docker.io', 'acme/x'), ['hub']],
  ])('takes of %s the first that fits %j', (name, chart, policies) => {
    expect(chooseEnvironment(gate, name, chart)).toEqual({
      name,
      policies,
      enforceFrom: 'never',
      requireDigest: true,
      requireImages: true,
      maxAgeMs: 5,
      lifetimeMs: 9,
    });
  });

  it.each([
    ['production', at('ghcr.io', 'acme-evil/charts/payments')],
    ['production', at('ghcr.io.evil.dev', 'acme/charts/payments')],
    ['production', at('evil.dev', 'ghcr.io/acme/charts/payments')],
    ['default', at('ghcr.io', 'acme/charts/payments')],
  ])(
    'enforces the chart’s own rules where %s has none for %j',
    (name, chart) => {
      expect(chooseEnvironment(gate, name, chart)).toEqual({
        name,
        policies: [],
        enforceFrom: 'always',
        requireDigest: false,
        requireImages: false,
        maxAgeMs: 7,
        lifetimeMs: 9,
      });
    },
  );

  it('knows no other names, and default without being told', () => {
    expect(environmentNames(gate)).toEqual([
      'default',
      'production',
      'hub',
      'staging',
    ]);
    expect(
      chooseEnvironment(gate, 'Production', at('ghcr.io', 'acme/x')),
    ).toBeUndefined();
    const told = { ...gate, environments: [rule('default', null, 'more')] };
    expect(environmentNames(told)).toEqual(['default']);
    expect(
      chooseEnvironment(told, 'default', at('a.dev', 'x'))?.policies,
    ).toEqual(['more']);
  });

  it('has evidence no older than the strictest policy allows', () => {
    expect(capMaxAge(environment, []).maxAgeMs).toBe(environment.maxAgeMs);
    expect(capMaxAge(environment, [1e9]).maxAgeMs).toBe(environment.maxAgeMs);
    expect(capMaxAge(environment, [1e9, 60, 70]).maxAgeMs).toBe(60);
  });
});

describe('policyHashOf', () => {
  const policy = (name: string, maxStalenessMs = 1) => ({
    name,
    selectable: false,
    anyOf: [{ kind: 'key' as const, key: 'k' }],
    requireAttestations: [],
    maxStalenessMs,
  });
  const applied = {
    policies: [policy('a'), policy('b')],
    distrust: [{ id: 'd', reason: 'r', key: 'k' }],
    environment,
    require: { policies: ['a', 'b'] },
  };

  it('is the same whatever the order of what has none', () => {
    expect(policyHashOf(applied)).toMatch(/^[0-9a-f]{64}$/);
    expect(
      policyHashOf({
        ...applied,
        policies: [policy('b'), policy('a')],
        require: { policies: ['b', 'a'] },
      }),
    ).toBe(policyHashOf(applied));
  });

  it.each([
    [{ policies: [policy('a')] }],
    [{ policies: [policy('a'), policy('b', 2)] }],
    [{ distrust: [] }],
    [{ distrust: [{ id: 'd', reason: 'r', key: 'l' }] }],
    [{ environment: { ...environment, maxAgeMs: 1 } }],
    [{ environment: { ...environment, policies: ['a'] } }],
    [{ require: {} }],
    [{ require: { policies: ['a', 'b'], digest: true } }],
  ])('is another for %j', changed => {
    expect(policyHashOf({ ...applied, ...changed })).not.toBe(
      policyHashOf(applied),
    );
  });

  it('hashes as everybody does', () => {
    // printf '{"a":[1,{"b":null}],"c":"ü"}' | sha256sum
    expect(hashOfInputs({ c: 'ü', a: [1, { b: null, x: undefined }] })).toBe(
      'b18ffcf9a98bda841ed17c1b44fb9182d653b619fb855492c5ca377864410fb5',
    );
  });
});

describe('canonicalJson', () => {
  it('writes equal values alike and keeps what they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        const text = canonicalJson(value);
        const again: unknown = JSON.parse(text);
        expect(canonicalJson(again)).toBe(text);
        expect(again).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    expect(canonicalJson({ b: 1, a: { d: 1, c: [{ f: 1, e: 2 }] } })).toBe(
      '{"a":{"c":[{"e":2,"f":1}],"d":1},"b":1}',
    );
  });
});
