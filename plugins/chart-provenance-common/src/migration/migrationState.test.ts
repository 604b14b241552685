import { migrationMarkdown } from './markdown';
import { migrationState } from './migrationState';
import { migrationSummary } from './migrationSummary';
import {
  factsOf,
  legacyConsumer,
  legacyFacts,
  NOW,
  plan,
  signOff,
} from './testing/facts';
import { MigrationFacts } from './types';

const MAY = { signOff: true, plan: true };

function stateOf(extra: Partial<MigrationFacts>) {
  return migrationState(factsOf(extra), MAY);
}

describe('migrationState', () => {
  it('takes the time from the facts alone, and changes nothing of them', () => {
    const facts = Object.freeze(
      factsOf({ consumers: [legacyConsumer('a')], signOffs: [signOff()] }),
    );
    const before = structuredClone(facts);
    const first = migrationState(facts, MAY);
    jest.useFakeTimers({ now: Date.parse(NOW) + 400 * 86_400_000 });
    try {
      const years = migrationState(structuredClone(facts), MAY);
      expect(years).toEqual(first);
      expect(migrationMarkdown(years, 'a')).toBe(migrationMarkdown(first, 'a'));
    } finally {
      jest.useRealTimers();
    }
    expect(facts).toEqual(before);
  });

  it('does not depend on the order of the facts', () => {
    const facts = factsOf({
      consumers: [...factsOf().consumers, legacyConsumer('c')],
    });
    const { because, phase, parity, alarms } = migrationState(facts, MAY);
    const turned = {
      ...facts,
      versions: [...facts.versions].reverse(),
      consumers: [...facts.consumers].reverse(),
      sources: [...facts.sources].reverse(),
    };
    expect(migrationState(turned, MAY)).toMatchObject({
      because,
      phase,
      parity,
      alarms,
    });
  });

  it('has the steps of the bar, with the plan and what each needs', () => {
    const { steps } = stateOf({
      plan: plan({ cutOverOn: '2026-12-01', retireOn: '2027-06-01' }),
      consumers: [legacyConsumer('a')],
      reached: { dualPublishing: '2026-02-01T00:00:00Z' },
      sources: [],
    });
    expect(
      steps.map(({ phase, state, plannedOn, reachedAt, needs }) => [
        phase,
        state,
        plannedOn,
        reachedAt,
        needs.map(({ met }) => met),
      ]),
    ).toEqual([
      ['notStarted', 'done', null, null, []],
      [
        'dualPublishing',
        'present',
        null,
        '2026-02-01T00:00:00Z',
        [true, true, true],
      ],
      ['cutOver', 'ahead', '2026-12-01', null, [true, null, false]],
      ['deprecationWindow', 'ahead', null, null, [true, null, false, false]],
      ['retired', 'ahead', '2027-06-01', null, [false, true, null, false]],
    ]);
    expect(steps[2].needs[2].text).toBe(
      'No consumer takes it from the legacy repository. The only consumer still takes it from the legacy repository.',
    );
  });

  it.each<[string, Partial<MigrationFacts>, string, string, string | null]>([
    [
      'nothing is published',
      { versions: [], index: { ...factsOf().index, state: 'empty' } },
      'owner',
      'Push the chart to oci://ghcr.io/acme/charts/payments, the same archives that are in the legacy repository.',
      'in-oci',
    ],
    [
      'the legacy index is not read',
      {
        legacy: legacyFacts({ configured: false, readAt: null, versions: [] }),
      },
      'platform',
      'List https://charts.acme.dev under chartProvenance.legacyRepositories.',
      'legacy-readable',
    ],
    [
      'nobody looked for consumers',
      { sources: [] },
      'platform',
      'Configure chartProvenance.consumers: clusters, Git repositories, or both.',
      'off-legacy',
    ],
    [
      'a consumer is left',
      { consumers: [legacyConsumer('a')] },
      'consumer',
      'Have 1 consumer take the chart from oci://ghcr.io/acme/charts/payments.',
      'off-legacy',
    ],
    [
      'no day is planned',
      {},
      'owner',
      'Decide from when on the chart is deprecated in the legacy repository, or flag its versions there.',
      null,
    ],
    [
      'the day of deprecation is to come',
      { plan: plan({ deprecatedOn: '2027-01-01' }) },
      'owner',
      'From 2027-01-01 on the chart is deprecated in the legacy repository; tell its consumers.',
      null,
    ],
    [
      'the day of retirement is to come',
      { plan: plan({ deprecatedOn: '2026-11-01', retireOn: '2027-01-01' }) },
      'owner',
      'From 2027-01-01 on the chart may be taken out of the legacy repository.',
      null,
    ],
    [
      'it may go',
      { plan: plan({ deprecatedOn: '2026-11-01' }) },
      'owner',
      'Take the chart out of the legacy repository.',
      null,
    ],
    [
      'it has moved, and something is not right',
      { legacy: null, policies: [] },
      'platform',
      'The operator writes a policy for it; the Provenance tab proposes the proven signer, if there is one.',
      'signed',
    ],
    [
      'all but what people say',
      { legacy: null },
      'platform',
      'See to it, and sign it off: The registry refuses to overwrite the tag of a version.',
      'tags-immutable',
    ],
  ])('next step: %s', (_, extra, responsible, text, checkId) => {
    expect(stateOf(extra).nextStep).toEqual({ text, responsible, checkId });
  });

  it('has no next step when nothing is left to do', () => {
    expect(stateOf({ legacy: null, manual: [] }).nextStep).toBeNull();
  });
});

describe('migrationSummary', () => {
  it('counts what applies, and who has to act', () => {
    const state = stateOf({
      policies: [],
      consumers: [legacyConsumer('a')],
      signOffs: [
        signOff(),
        signOff({ checkId: 'pull-credentials', result: 'notApplicable' }),
      ],
    });
    expect(migrationSummary(state)).toEqual({
      phase: 'dualPublishing',
      // All ten checks but signed and off-legacy, and one of three manual items that apply.
      passed: 9,
      total: 13,
      open: { owner: 1, platform: 2, consumer: 1 },
      nextStep:
        'Have 1 consumer take the chart from oci://ghcr.io/acme/charts/payments.',
      alarm: null,
    });
  });

  it('has the first alarm', () => {
    const state = stateOf({
      legacy: legacyFacts({ goneSince: '2026-11-20T00:00:00Z' }),
      consumers: [legacyConsumer('a')],
    });
    expect(migrationSummary(state).alarm).toMatch(
      /^The legacy repository has had no index since 2026-11-20\. The only consumer/,
    );
  });
});
