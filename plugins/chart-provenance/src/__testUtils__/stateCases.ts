import {
  answer,
  blankChart,
  chartSummary,
  entityProblem,
  entityProvenance,
  FakeChartProvenance,
  freshness,
  keylessSigner,
  minutesAgo,
} from '../__fixtures__';

/** A state of the pages: how a backend comes to it, and words that must then be on the page. */
export type StateCase = [
  state: string,
  set: (api: FakeChartProvenance) => void,
  words: RegExp[],
];

const denied = {
  code: 'registry-denied' as const,
  message: 'ghcr.io answered 403.',
  side: 'registry' as const,
  since: minutesAgo(90),
};

function withChart(chart: ReturnType<typeof chartSummary>) {
  return (api: FakeChartProvenance) => {
    api.entity = entityProvenance({ charts: [chart] });
  };
}

/** Makes the backend report one problem and no chart. */
export function withProblem(problem: ReturnType<typeof entityProblem>) {
  return (api: FakeChartProvenance) => {
    api.entity = entityProvenance({ charts: [], problems: [problem] });
  };
}

function withError(error: Error) {
  return (api: FakeChartProvenance) => {
    api.entity = error;
  };
}

/** Every state of the Provenance tab. */
export const STATES: StateCase[] = [
  [
    'no chart known',
    api => {
      api.entity = entityProvenance({ charts: [] });
    },
    [
      /No chart is known for this entity/,
      /chart-provenance\/charts: oci:\/\/.*\/payments/,
    ],
  ],
  [
    'not read yet',
    api => {
      api.entity = entityProvenance({ charts: [], catalogSeenAt: null });
    },
    [/has not read this entity yet/, /Come back in a few minutes/],
  ],
  [
    'nobody has said who may sign, with a proposal',
    withChart(chartSummary({ policies: [], proposal: keylessSigner })),
    [
      /Nobody has said who may sign this chart/,
      /acme\/payments · release.yml/,
      /subject: "https:\/\/github.com\/acme\/payments/,
      /is not a verdict/,
    ],
  ],
  [
    'nobody has said who may sign, and nobody signed',
    withChart(chartSummary({ policies: [] })),
    [/Ask your platform team to name the signer/],
  ],
  [
    'annotation does not parse',
    withProblem(
      entityProblem({
        code: 'annotation-invalid',
        annotation: 'chart-provenance/charts',
        value: 'oci://ghcr.io/Acme/x',
        position: 14,
        fix: 'Write the repository in lower case.',
      }),
    ),
    [
      /An annotation does not parse/,
      /In chart-provenance\/charts of its catalog file, character 15:/,
      /Write the repository in lower case/,
    ],
  ],
  [
    'registry not configured',
    withProblem(
      entityProblem({
        code: 'registry-not-configured',
        reference: 'oci://quay.io/acme/x',
      }),
    ),
    [
      /The registry is not configured/,
      /Please configure the registry oci:\/\/quay.io\/acme\/x for component:default\/payments/,
    ],
  ],
  [
    'registry denies',
    withChart(
      blankChart({
        state: 'failed',
        freshness: freshness({ lastSuccessAt: null, problem: denied }),
      }),
    ),
    [
      /ghcr.io could not be read yet/,
      /neither good nor bad/,
      /Please let Backstage read oci:\/\/ghcr.io\/acme\/charts\/payments/,
    ],
  ],
  [
    'claimed by another',
    withProblem(
      entityProblem({
        code: 'claimed-by-another',
        claimants: ['component:default/billing'],
      }),
    ),
    [/The chart is claimed by another/, /Also claimed by billing/],
  ],
  [
    'nothing published yet',
    withChart(blankChart({ state: 'empty' })),
    [
      /Nothing is published yet/,
      /helm push payments-<version>.tgz oci:\/\/ghcr.io\/acme\/charts /,
    ],
  ],
  [
    'stale',
    withChart(
      chartSummary({
        freshness: freshness({
          stale: true,
          lastSuccessAt: minutesAgo(3 * 24 * 60),
          problem: { ...denied, code: 'registry-limited' },
        }),
      }),
    ),
    [
      /Stale: what is shown is too old to be relied on/,
      /Last read completely 3 days ago/,
      /First failed 1 hour ago, on the side of the registry: ghcr.io answered 403/,
      /The next try is in 5\d min/,
      /stale: registry limited us, next try in 5\d min/,
    ],
  ],
  [
    'failed lately, not stale',
    withChart(
      chartSummary({
        state: 'failed',
        freshness: freshness({ problem: denied }),
      }),
    ),
    [/The last look failed/, /What is shown is from before the failure/],
  ],
  [
    'partly failed',
    withChart(chartSummary({ state: 'partial' })),
    [
      /Only part of this chart could be read/,
      /Those that were not are missing/,
    ],
  ],
  [
    'first indexing',
    withChart(
      blankChart({
        state: 'firstIndexing',
        progress: { tagsSeen: 40, versionsDone: 12 },
      }),
    ),
    [/being indexed for the first time/, /40 tags seen, 12 versions done/],
  ],
  ['signed out', withError(answer(401)), [/not signed in any more/, /Sign in/]],
  [
    'forbidden',
    withError(answer(403)),
    [/You may not see/, /chart-provenance.chart.read/],
  ],
  ['unknown entity', withError(answer(404)), [/does not know this entity/]],
  ['backend failed', withError(answer(500)), [/\(500\)/, /Try again/]],
  [
    'unreachable',
    withError(new TypeError('Failed to fetch')),
    [/could not be reached/, /network or VPN/, /Nothing is known/],
  ],
  [
    'answer changed on the way',
    withError(new SyntaxError('Unexpected token <')),
    [/could not be read/, /proxy or an expired login/],
  ],
];
