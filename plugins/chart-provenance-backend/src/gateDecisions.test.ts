import { GateRequest } from 'backstage-plugin-chart-provenance-common';
import { applyMoves } from 'chart-provenance-dev-registry';
import { CI, digestOf } from './__testUtils__/gateCompany';
import {
  codesOf,
  gateDatabases,
  GateFixture,
  GOOD,
} from './__testUtils__/GateFixture';
import { until } from './__testUtils__/startPlugin';

jest.setTimeout(180_000);

const databases = gateDatabases();
const DIGEST = `sha256:${'0'.repeat(64)}`;

describe.each(databases.eachSupportedId())('the gate on %s', id => {
  const gate = new GateFixture(() => databases.init(id));

  it('allows what is verified, says on what, and writes it down', async () => {
    const [status, decision] = await gate.decide(GOOD);
    expect(decision.reasons).toEqual([]);
    expect(status).toBe(200);
    expect(decision).toMatchObject({
      decision: 'allow',
      proceed: true,
      enforced: true,
      dryRun: false,
      resolved: gate.company.referenceOf('payments', GOOD),
      version: '1.8.2',
      entityRef: 'component:default/payments',
      environment: 'default',
      verdict: 'verified',
      policies: ['acme-release'],
      policyHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      trustHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      url: expect.stringMatching(/\/chart-provenance\/gate\?decision=/),
    });
    expect(
      Date.parse(decision.expiresAt!) - Date.parse(decision.decidedAt),
    ).toBe(15 * 60_000);
    const { body } = await gate
      .get(`/gate/decisions/${decision.id}`, CI)
      .expect(200)
      .expect('Cache-Control', 'no-store');
    expect(body).toEqual({ ...decision, require: {}, caller: null });
  });

  it.each<[string, string, number, string, string[]]>([
    ['payments', '1.8.1', 412, 'deny', ['wrong-identity']],
    ['inventory', '1.1.0', 412, 'deny', ['no-signature']],
  ])('refuses %s %s', async (name, tag, status, decision, codes) => {
    const digest = digestOf(name, tag);
    const [answered, body] = await gate.decide(`@${digest}`, {}, name);
    expect([answered, body.decision]).toEqual([status, decision]);
    expect(codesOf(body)).toEqual(expect.arrayContaining(codes));
    expect(body.reasons[0].who).toEqual({
      kind: 'owner',
      entityRef: `component:default/${name}`,
    });
    expect(body).toMatchObject({ proceed: false, expiresAt: null, digest });
  });

  it('asks the registry where a tag points now, not the index', async () => {
    const tag = ':stable';
    const [before, allowed] = await gate.decide(tag);
    expect([before, allowed.digest]).toEqual([
      200,
      digestOf('payments', '1.8.2'),
    ]);
    const to = digestOf('payments', '1.8.1');
    const move = { repository: 'acme/charts/payments', tag: 'stable', to };
    await applyMoves(gate.company.registry, [move]);
    const [after, refused] = await gate.decide(tag);
    expect([after, refused.digest, refused.decision]).toEqual([
      412,
      to,
      'deny',
    ]);
    expect(codesOf(refused)).toContain('wrong-identity');
    const [both, elsewhere] = await gate.decide(`${tag}${GOOD}`);
    expect([both, codesOf(elsewhere)]).toEqual([412, ['tag-elsewhere']]);
    const [pinned] = await gate.decide(GOOD);
    expect(pinned).toBe(200);
    await applyMoves(gate.company.registry, [
      { ...move, to: digestOf('payments', '1.8.2') },
    ]);
  });

  it('says what is missing of a reference', async () => {
    const [gone, absent] = await gate.decide(':9.9.9');
    expect([gone, codesOf(absent)]).toEqual([412, ['tag-not-found']]);
    const [unread, unseen] = await gate.decide(`@${DIGEST}`);
    expect([unread, codesOf(unseen), unseen.retryAfterSeconds]).toEqual([
      503,
      ['version-not-seen'],
      10,
    ]);
    const [unpinned, tagOnly] = await gate.decide(':1.8.0', {
      environment: 'production',
    });
    expect([unpinned, codesOf(tagOnly)]).toEqual([412, ['not-pinned']]);
    const [, aged] = await until(
      () => gate.decide(GOOD, { require: { maxAgeSeconds: 1 } }),
      ([status]) => status === 503,
    );
    expect(codesOf(aged)).toEqual(['evidence-too-old']);
  });

  it.each<[string, Partial<GateRequest>, number, string[]]>([
    [
      'a policy that it meets',
      { require: { policies: ['acme-release'] } },
      200,
      [],
    ],
    [
      'a policy that it does not meet',
      { require: { policies: ['acme-key'] } },
      412,
      ['untrusted-root'],
    ],
    [
      'one of the environment',
      { environment: 'keyed' },
      412,
      ['untrusted-root'],
    ],
    [
      'a policy that there is not',
      { require: { policies: ['acme'] } },
      412,
      ['policy-unknown'],
    ],
    [
      'an attestation that its signer made',
      { require: { attestations: ['https://slsa.dev/provenance'] } },
      200,
      [],
    ],
    [
      'one that nobody made',
      { require: { attestations: ['https://acme.dev/reviewed'] } },
      412,
      ['missing-attestation'],
    ],
  ])('takes what the caller adds: %s', async (_, extra, status, codes) => {
    const [answered, decision] = await gate.decide(GOOD, extra);
    expect([answered, codesOf(decision)]).toEqual([status, codes]);
  });

  it('lets pass where it is not enforced yet, and says what it would do', async () => {
    const [status, decision] = await gate.decide(
      `@${digestOf('payments', '1.8.1')}`,
      { environment: 'soon' },
    );
    expect([status, decision]).toEqual([
      200,
      expect.objectContaining({
        decision: 'deny',
        proceed: true,
        enforced: false,
        enforcedFrom: '2999-01-01',
        expiresAt: null,
      }),
    ]);
  });

  it.each([
    [{}, /reference/],
    [{ reference: 'ghcr.io/acme/x' }, /begins with oci:\/\/.*character 1/],
    [{ reference: 'oci://ghcr.io/acme/X:1' }, /upper-case.*character 20/],
    [{ reference: 'oci://ghcr.io/acme/x' }, /names no version/],
    [{ reference: 'oci://ghcr.io/a/x:1', environment: 'qa' }, /none named qa/],
    [{ reference: 'oci://ghcr.io/a/x:1', extra: 1 }, /extra/],
    [
      { reference: 'oci://ghcr.io/a/x:1', require: { maxAgeSeconds: 0 } },
      /maxAgeSeconds/,
    ],
  ])('refuses %j and says what and where', async (body, message) => {
    const answer = await gate.plugin
      .request('post', '/gate')
      .set('Authorization', CI)
      .send(body);
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toMatch(message);
  });

  // Last, because the tags stay where they are moved to.
  it.each([
    ['stable', '1.8.0', 503, 'evidence-too-old'],
    ['1.8.2', '1.8.0', 412, 'name-or-version-mismatch'],
    // Not among the tags that are looked at often.
    ['1.7.0', '1.7.1', 412, 'name-or-version-mismatch'],
    ['9.0.0', '1.8.0', 412, 'name-or-version-mismatch'],
  ])(
    'goes by no verdict from before the tag %s was moved to %s, which is verified',
    async (tag, to, status, code) => {
      const { registry } = gate.company;
      const digest = digestOf('payments', to);
      const repository = 'acme/charts/payments';
      await applyMoves(registry, [{ repository, tag, to: digest }]);
      const [answered, refused] = await gate.decide(`:${tag}`);
      expect([answered, refused.digest]).toEqual([status, digest]);
      expect(codesOf(refused)).toContain(code);
      const [, looked] = await until(
        () => gate.decide(`:${tag}`),
        ([now]) => now === 412,
      );
      expect(looked.decision).toBe('deny');
    },
  );
});
