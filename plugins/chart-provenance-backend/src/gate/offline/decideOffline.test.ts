import { join } from 'node:path';
import { GateDecision } from 'backstage-plugin-chart-provenance-common';
import { OfflinePolicy } from 'backstage-plugin-chart-provenance-common/gate';
import {
  DevRegistry,
  openLayoutDirectory,
  startDevRegistry,
} from 'chart-provenance-dev-registry';
import { EXAMPLES, expectedRecords } from '../../__testUtils__/exampleCompany';
import { LoadedConfig } from '../../config';
import {
  examplePolicy,
  loadExample,
  PRODUCTION,
  recordOf,
} from './__testUtils__/examplePolicies';
import { decideOffline, OfflineOptions } from './decideOffline';
import { parseOfflinePolicy } from './parseOfflinePolicy';

jest.setTimeout(60_000);

const PAYMENTS = 'acme/charts/payments';
const FILE = `sha256:${'f'.repeat(64)}`;
const digestOf = (repository: string, tag: string) =>
  expectedRecords().find(
    one => one.repository === repository && one.tag === tag,
  )?.digest;

describe('decideOffline', () => {
  let registry: DevRegistry;
  let loaded: LoadedConfig;

  beforeAll(async () => {
    const layouts = await openLayoutDirectory(join(EXAMPLES, 'registry'));
    registry = await startDevRegistry(layouts);
    loaded = await loadExample(registry.host);
  });
  afterAll(() => registry.close());
  afterEach(() => registry.setFaults([]));

  /** Written out and read back, as it is used. */
  const policyOf = (
    repository: string,
    ...changes: Parameters<typeof examplePolicy>[3][]
  ) =>
    parseOfflinePolicy(
      JSON.stringify(
        examplePolicy(loaded, registry.host, repository, ...changes),
      ),
    );
  const decide = (
    policy: OfflinePolicy,
    at: string,
    options: Partial<OfflineOptions> = {},
  ): Promise<GateDecision> =>
    decideOffline({
      policy,
      policyFileDigest: FILE,
      reference: `oci://${policy.chart.registry}/${policy.chart.repository}${at}`,
      credentials: { type: 'none' },
      ...options,
    });

  it.each(
    expectedRecords().flatMap(({ repository, tag, digest, expected }) =>
      tag === null
        ? []
        : [
            [
              repository,
              tag,
              digest,
              expected.verdict,
              expected.reason,
            ] as const,
          ],
    ),
  )(
    'says of %s:%s what the index says',
    async (repository, tag, digest, verdict, reason) => {
      const decision = await decide(policyOf(repository), `:${tag}`);
      const floats = tag === 'stable';
      expect(decision).toMatchObject({
        digest,
        resolved: `oci://${registry.host}/${repository}@${digest}`,
        verdict: floats ? 'indeterminate' : verdict,
        proceed: verdict === 'verified' && !floats,
        offline: { policyFile: FILE, reportedAt: null },
      });
      const decisions = {
        verified: 'allow',
        rejected: 'deny',
        unsigned: 'deny',
      };
      expect(decision.decision).toBe(
        floats
          ? 'undecided'
          : Object.entries(decisions).find(([one]) => one === verdict)?.[1] ??
              'deny',
      );
      const codes = decision.reasons.map(({ code }) => code);
      // What the examples call a wrong issuer is by the one account that the demo's configuration distrusts as a whole.
      const rejected = reason === 'wrong-issuer' ? 'distrusted' : reason;
      const first = verdict === 'unsigned' ? 'no-signature' : rejected;
      expect(codes.slice(0, 1)).toEqual(
        [floats ? 'evidence-incomplete' : first].filter(code => code !== null),
      );
    },
  );

  it('decides by digest, under what is asked for besides', async () => {
    const policy = policyOf(PAYMENTS);
    const at = `@${digestOf(PAYMENTS, '1.8.2')}`;
    const ask = (options: Partial<OfflineOptions>) =>
      decide(policy, at, { environment: 'production', ...options });
    const allowed = await ask({ require: { digest: true } });
    expect(allowed).toMatchObject({
      decision: 'allow',
      version: '1.8.2',
      environment: 'production',
      entityRef: 'component:default/payments',
      policies: ['acme-release'],
      reasons: [],
      dryRun: false,
    });
    expect(allowed.id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    const attested = { attestations: ['https://slsa.dev/provenance'] };
    expect((await ask({ require: attested })).decision).toBe('allow');
    const refused = [
      { require: { policies: ['acme-key'] } },
      { require: { attestations: ['https://acme.dev/reviewed'] } },
    ];
    const codes = await Promise.all(
      refused.map(async one => (await ask(one)).reasons[0].code),
    );
    expect(codes).toEqual(['policy-unknown', 'missing-attestation']);
    const byTag = await decide(policy, ':1.8.2', { require: { digest: true } });
    expect(byTag.reasons[0].code).toBe('not-pinned');
  });

  it.each([
    ['tag-not-found', ':9.9.9'],
    ['version-not-seen', `@sha256:${'0'.repeat(64)}`],
    ['tag-elsewhere', `:1.7.0@${digestOf(PAYMENTS, '1.8.2')}`],
  ])('allows nothing with %s', async (code, at) => {
    const decision = await decide(policyOf(PAYMENTS), at);
    expect(decision.proceed).toBe(false);
    expect(decision.reasons.map(one => one.code)).toContain(code);
  });

  it('believes no other root than the one in the file', async () => {
    const policy = policyOf(PAYMENTS);
    const [{ trustedRoot }] = policy.trust.roots;
    // Another log: what its key signed is worth nothing.
    const tampered: OfflinePolicy = {
      ...policy,
      trust: {
        ...policy.trust,
        roots: policy.trust.roots.map(root => ({
          ...root,
          trustedRoot: trustedRoot.replace(
            'AbwbEQYXgMa4S6Xvl3fGyKO0tzc7aApQu3s1SNKsBOsk=',
            'AbwbEQYXgMa4S6Xvl3fGyKO0tzc7aApQu3s1SNKsBOs0=',
          ),
        })),
      },
    };
    expect(tampered).not.toEqual(policy);
    const without = { ...policy, trust: { ...policy.trust, roots: [] } };
    for (const other of [tampered, without]) {
      const decision = await decide(other, ':1.8.2');
      expect(decision).toMatchObject({ proceed: false });
      expect(decision.verdict).not.toBe('verified');
    }
  });

  it('distrusts what the file distrusts', async () => {
    const distrust = [
      { id: 'one', reason: 'it leaks', digest: digestOf(PAYMENTS, '1.8.2') },
    ];
    const decision = await decide(
      { ...policyOf(PAYMENTS), distrust },
      ':1.8.2',
    );
    expect(decision).toMatchObject({ decision: 'deny', verdict: 'rejected' });
    expect(decision.reasons[0].code).toBe('distrusted');
  });

  it('asks nobody by a file that has expired, or is not counting yet', async () => {
    const policy = policyOf(PAYMENTS);
    registry.clearRequests();
    const times = [policy.expiresAt, '2020-01-01T00:00:00.000Z'];
    for (const now of times.map(time => new Date(time))) {
      const decision = await decide(policy, ':1.8.2', { now });
      expect(decision).toMatchObject({
        decision: 'undecided',
        proceed: false,
        enforced: true,
        reasons: [{ code: 'policy-expired' }],
      });
    }
    expect(registry.requests).toEqual([]);
  });

  it('knows nothing of another chart, and asks nobody', async () => {
    registry.clearRequests();
    const reference = `oci://${registry.host}/acme/charts/checkout:4.1.0`;
    const decision = await decide(policyOf(PAYMENTS), '', { reference });
    expect(decision).toMatchObject({ proceed: false, chartId: null });
    expect(decision.reasons[0].code).toBe('unknown-chart');
    expect(registry.requests).toEqual([]);
  });

  it.each([
    ['production', ':1.8.2', /no environment staging; it has default/],
    ['production', '', /neither a tag nor a digest/],
    ['production', ':1.8 2', /white space/],
  ])('refuses to be asked wrongly: %s %s', async (_, at, words) => {
    const environment = at === ':1.8.2' ? 'staging' : undefined;
    await expect(
      decide(policyOf(PAYMENTS), at, { environment }),
    ).rejects.toMatchObject({
      name: 'OfflineUsageError',
      message: expect.stringMatching(words),
    });
  });

  it.each([
    ['manifests', /\/manifests\//, 'registry-unreachable'],
    ['what is attached', /\/referrers\//, 'evidence-incomplete'],
    ['blobs', /\/blobs\//, 'registry-unreachable'],
  ])(
    'decides nothing while the registry fails for %s',
    async (_, path, code) => {
      registry.setFaults([
        { match: { path }, fault: { kind: 'status', status: 500 } },
      ]);
      for (const at of [':1.8.2', `@${digestOf(PAYMENTS, '1.8.2')}`]) {
        const decision = await decide(policyOf(PAYMENTS), at);
        expect(decision).toMatchObject({
          decision: 'undecided',
          proceed: false,
        });
        expect(decision.reasons.map(one => one.code)).toContain(code);
      }
    },
  );

  it('applies the policies of an environment, one that the file lacks among them', async () => {
    const strict = { ...PRODUCTION, policies: ['acme-key'] };
    const environments = [{ ...PRODUCTION, name: 'default' }, strict];
    const policy = policyOf(PAYMENTS, { environments });
    expect(policy.policies.map(({ name }) => name)).toEqual([
      'acme-release',
      'acme-key',
    ]);
    const ask = (one: OfflinePolicy) =>
      decide(one, ':1.8.2', { environment: 'production' });
    expect(await ask(policy)).toMatchObject({ decision: 'deny' });
    const [own] = policy.policies;
    const lacking = await ask({ ...policy, policies: [own] });
    expect(lacking).toMatchObject({ proceed: false });
    expect(lacking.reasons[0].code).toBe('unknown-policy');
  });

  it('lets through what is not enforced, and says what it would have been', async () => {
    const environments = [{ ...PRODUCTION, enforceFrom: '2999-01-01' }];
    const policy = policyOf(PAYMENTS, { environments });
    const decision = await decide(policy, ':1.8.1', {
      environment: 'production',
    });
    expect(decision).toMatchObject({
      decision: 'deny',
      proceed: true,
      enforcedFrom: '2999-01-01',
    });
  });

  it('judges a chart that is claimed twice as the index does', async () => {
    const chart = {
      ...recordOf(loaded, registry.host, PAYMENTS),
      owner: null,
      conflict: ['component:default/a', 'component:default/b'],
    };
    const decision = await decide(policyOf(PAYMENTS, { chart }), ':1.8.2');
    expect(decision.reasons[0].code).toBe('ownership-conflict');
  });
});
