import fc from 'fast-check';
import { decideGate } from './decideGate';
import { gateReasonOf } from './gateReasons';
import { allowed, OTHER, verdictOf } from './testing/gateFacts';
import type { GateFacts } from './types';

/** Another fact in place of a known one: gone, blank, of another thing, or from another time. */
const WORSE: readonly [string, (facts: GateFacts) => GateFacts][] = [
  ['no chart', facts => ({ ...facts, chart: null })],
  ['no tag', facts => ({ ...facts, tag: null })],
  ['no such tag', facts => ({ ...facts, tag: { state: 'absent' } })],
  [
    'tag elsewhere',
    facts => ({ ...facts, tag: { state: 'at', digest: OTHER } }),
  ],
  ['blank tag', facts => ({ ...facts, tag: { state: 'at', digest: '' } })],
  [
    'tag unknown',
    facts => ({
      ...facts,
      tag: { state: 'unknown', reason: gateReasonOf('registry-limited', 'x') },
    }),
  ],
  ['no version', facts => ({ ...facts, version: null })],
  ['another version', inVersion({ digest: OTHER })],
  ['blank digest', inVersion({ digest: '' })],
  ['a tag that came later', inVersion({ underTag: false })],
  ['a tag that nobody looked at', inVersion({ underTag: null })],
  ['no evidence', inVersion({ evidenceAt: null })],
  ['blank evidence', inVersion({ evidenceAt: '' })],
  ['evidence of no time', inVersion({ evidenceAt: 'yesterday' })],
  ['old evidence', inVersion({ evidenceAt: '2027-03-01T10:59:59.999Z' })],
  ['future evidence', inVersion({ evidenceAt: '2027-03-01T13:00:00.001Z' })],
  ['unsigned', inVersion({ verdict: verdictOf('unsigned', []) })],
  ['rejected', inVersion({ verdict: verdictOf('rejected', []) })],
  ['open', inVersion({ verdict: verdictOf('indeterminate', []) })],
  ['stale', inVersion({ verdict: verdictOf('verified', ['stale']) })],
  ['no proof', inVerdict({ requirements: [] })],
  [
    'half a proof',
    inVerdict({
      requirements: [
        { id: 'x', title: 'x', result: 'undecided', metBy: [], reasons: [] },
      ],
    }),
  ],
  ['no policies', inVerdict({ policies: [] })],
  ['another policy', inVerdict({ policies: ['x'] })],
  ['ended', inVerdict({ countsUntil: '2027-03-01T12:00:00.000Z' })],
  ['ends at no time', inVerdict({ countsUntil: '' })],
  ['no time', facts => ({ ...facts, now: '' })],
  ['no bound', facts => inEnvironment(facts, { maxAgeMs: NaN })],
  ['a bound below nothing', facts => inEnvironment(facts, { maxAgeMs: -1 })],
  ['images asked for', facts => inEnvironment(facts, { requireImages: true })],
  ['a policy asked for', facts => inEnvironment(facts, { policies: ['x'] })],
  ['an age asked for', facts => ({ ...facts, require: { maxAgeSeconds: 1 } })],
  [
    'an age of no number',
    facts => ({ ...facts, require: { maxAgeSeconds: NaN } }),
  ],
  [
    'a policy that is not there',
    facts => ({ ...facts, unknownPolicies: ['x'] }),
  ],
  ['nothing attested', facts => ({ ...facts, missingAttestations: ['x'] })],
  [
    'a problem',
    facts => ({ ...facts, problems: [gateReasonOf('policy-expired', 'x')] }),
  ],
];

function inVersion(
  extra: Partial<NonNullable<GateFacts['version']>>,
): (facts: GateFacts) => GateFacts {
  return facts => ({
    ...facts,
    version: facts.version && { ...facts.version, ...extra },
  });
}

function inVerdict(
  extra: Partial<NonNullable<GateFacts['version']>['verdict']>,
): (facts: GateFacts) => GateFacts {
  return facts =>
    inVersion({
      verdict: { ...(facts.version ?? allowed.version!).verdict, ...extra },
    })(facts);
}

function inEnvironment(
  facts: GateFacts,
  extra: Partial<GateFacts['environment']>,
): GateFacts {
  return { ...facts, environment: { ...facts.environment, ...extra } };
}

const worse = fc.subarray([...WORSE], { minLength: 1 }).chain(some =>
  fc.shuffledSubarray(some, {
    minLength: some.length,
    maxLength: some.length,
  }),
);
const enforcement = fc.constantFrom('always', 'never', '2027-03-02', '', 'x');

describe('decideGate', () => {
  it.each(WORSE)('does not allow with %s', (_, make) => {
    expect(decideGate(make(allowed)).decision).not.toBe('allow');
  });

  it('allows nothing of which any fact is missing, blank, old or another’s, in any company', () => {
    fc.assert(
      fc.property(worse, enforcement, (changes, enforceFrom) => {
        const facts = changes.reduce(
          (before, [, make]) => make(before),
          inEnvironment(allowed, { enforceFrom }),
        );
        const outcome = decideGate(facts);
        expect(outcome.decision).not.toBe('allow');
        expect(outcome.reasons.length).toBeGreaterThan(0);
        expect(outcome.expiresAt).toBeNull();
        expect(outcome.proceed).toBe(!outcome.enforced);
      }),
    );
  });

  it('is never more lenient for what a caller adds', () => {
    const require = fc.record(
      {
        policies: fc.array(fc.constantFrom('acme-release', 'x')),
        digest: fc.boolean(),
        maxAgeSeconds: fc.integer({ min: 1, max: 10_000 }),
      },
      { requiredKeys: [] },
    );
    const rank = { deny: 0, undecided: 1, allow: 2 };
    fc.assert(
      fc.property(
        fc.subarray([...WORSE], { maxLength: 2 }),
        require,
        (changes, added) => {
          const facts = changes.reduce((before, [, make]) => make(before), {
            ...allowed,
            require: {},
          });
          const without = decideGate({ ...facts, require: {} });
          const withMore = decideGate({ ...facts, require: added });
          expect(rank[withMore.decision]).toBeLessThanOrEqual(
            rank[without.decision],
          );
        },
      ),
    );
  });
});
