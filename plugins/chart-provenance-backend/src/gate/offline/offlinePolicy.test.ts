import { OfflinePolicy } from 'backstage-plugin-chart-provenance-common/gate';
import { LoadedConfig } from '../../config';
import { examplePolicy, loadExample } from './__testUtils__/examplePolicies';
import { parseOfflinePolicy } from './parseOfflinePolicy';

const HOST = '127.0.0.1:5050';
const LEDGER = 'acme/charts/ledger';
const EDGE = 'acme/charts/edge-gateway';

describe('a policy file', () => {
  let loaded: LoadedConfig;
  beforeAll(async () => {
    loaded = await loadExample(HOST);
  });
  const policyOf = (
    repository: string,
    changes?: Parameters<typeof examplePolicy>[3],
  ) => examplePolicy(loaded, HOST, repository, changes);

  it('holds what its chart needs, and nothing of others', () => {
    const needs = (policy: OfflinePolicy) => ({
      policies: policy.policies.map(({ name }) => name),
      roots: policy.trust.roots.map(({ id }) => id),
      keys: policy.trust.keys.map(({ id }) => id),
      keyrings: policy.trust.keyrings.map(({ id }) => id),
      distrust: policy.distrust.map(({ id }) => id),
    });
    expect(needs(policyOf(LEDGER))).toEqual({
      policies: ['acme-key'],
      roots: [],
      keys: ['ledger-release'],
      keyrings: [],
      distrust: ['laptop-releases'],
    });
    expect(needs(policyOf(EDGE))).toMatchObject({
      policies: ['acme-edge'],
      roots: ['acme'],
      keys: [],
      keyrings: ['edge-team'],
    });
  });

  it('has the roots that prove the times of a key with a window', () => {
    const keys = loaded.trust.keys.map(key => ({
      ...key,
      validUntil: '2030-01-01T00:00:00.000Z',
    }));
    const trust = { ...loaded.trust, keys };
    const { roots } = policyOf(LEDGER, { trust }).trust;
    expect(roots.map(({ id }) => id)).toEqual(['acme']);
  });

  it('is the same when it was read back', () => {
    const policy = policyOf(EDGE);
    expect(parseOfflinePolicy(JSON.stringify(policy))).toEqual(policy);
  });

  it('is not given out on a root that is stale or unread, and does not outlive it', () => {
    const now = new Date('2026-11-22T12:00:00Z');
    const usable = (changes: Parameters<typeof examplePolicy>[3]) => () =>
      policyOf(EDGE, { now, ...changes });
    expect(usable({ rootsStale: [{ id: 'acme', since: null }] })).toThrow(
      /root acme was not refreshed in time/,
    );
    const roots = loaded.trust.roots.map(({ id }) => ({
      id,
      type: 'tuf' as const,
    }));
    expect(usable({ trust: { ...loaded.trust, roots } })).toThrow(
      /root acme was not read yet/,
    );
    const until = (time: string) => new Map([['acme', time]]);
    const soon = '2026-11-22T13:00:00.000Z';
    expect(usable({ rootsFreshUntil: until(soon) })().expiresAt).toBe(soon);
    expect(usable({ rootsFreshUntil: until(now.toISOString()) })).toThrow(
      /stale, or about to be/,
    );
    expect(() =>
      policyOf(EDGE, { config: { ...loaded.config, registries: [] } }),
    ).toThrow(/is not configured any more/);
  });

  it.each<[string, (policy: OfflinePolicy) => unknown]>([
    ['no JSON', () => undefined],
    ['of another format', one => ({ ...one, format: 'v2' })],
    ['with a member that nobody knows', one => ({ ...one, only: 'dev' })],
    [
      'with a condition that nobody knows',
      one => ({
        ...one,
        policies: one.policies.map(policy => ({ ...policy, unless: 'late' })),
      }),
    ],
    [
      'with a signer without subject',
      one => ({
        ...one,
        policies: one.policies.map(policy => ({
          ...policy,
          anyOf: [{ kind: 'keyless', root: 'acme', issuer: 'https://a.dev' }],
        })),
      }),
    ],
    [
      'without who may sign',
      one => ({
        ...one,
        policies: one.policies.map(policy => ({ ...policy, anyOf: [] })),
      }),
    ],
    [
      'with the id of another chart',
      one => ({ ...one, chart: { ...one.chart, repository: LEDGER } }),
    ],
    [
      'that ends before it begins',
      one => ({ ...one, expiresAt: one.issuedAt }),
    ],
    ['without environments', one => ({ ...one, environments: [] })],
    [
      'with one environment twice',
      one => ({
        ...one,
        environments: [...one.environments, ...one.environments],
      }),
    ],
    [
      'with an enforcement that is no day',
      one => ({
        ...one,
        environments: one.environments.map(each => ({
          ...each,
          enforceFrom: 'later',
        })),
      }),
    ],
    [
      'with a root that is no JSON',
      one => ({
        ...one,
        trust: {
          ...one.trust,
          roots: one.trust.roots.map(root => ({ ...root, trustedRoot: '{' })),
        },
      }),
    ],
  ])('is refused: %s', (_, change) => {
    const text = JSON.stringify(change(policyOf(EDGE))) ?? '{';
    expect(() => parseOfflinePolicy(text)).toThrow(
      expect.objectContaining({
        name: 'OfflinePolicyError',
        code: 'malformed',
      }),
    );
  });

  it('is not read beyond its bounds', () => {
    expect(() => parseOfflinePolicy(' '.repeat(17 * 1024 * 1024))).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });
});
