import { parseEntityRef } from '@backstage/catalog-model';
import {
  EntityProvenance,
  VersionPage,
  VersionQuery,
} from 'backstage-plugin-chart-provenance-common';
import { ChartKey } from '../src/api';
import {
  blankChart,
  chartSummary,
  entityProblem,
  entityProvenance,
  freshness,
  keylessSigner,
  manyRows,
  minutesAgo,
  rejectedRow,
  unsignedRow,
  versionRow,
} from '../src/__fixtures__/builders';
import {
  answer,
  FakeChartProvenance,
} from '../src/__fixtures__/FakeChartProvenance';

const limited = freshness({
  stale: true,
  lastSuccessAt: minutesAgo(4 * 24 * 60),
  problem: {
    code: 'registry-limited',
    message: 'ghcr.io answered 429 to the tag list.',
    side: 'registry',
    since: minutesAgo(3 * 24 * 60),
  },
});

/** One page a state; the entity's name chooses. */
export const SCENARIOS: Record<string, EntityProvenance | Error> = {
  usual: entityProvenance(),
  several: entityProvenance({
    charts: [
      chartSummary({
        counts: { verified: 2_000, rejected: 1, unsigned: 1, indeterminate: 0 },
      }),
      blankChart({ chartId: 'worker', name: 'worker', state: 'empty' }),
    ],
  }),
  unjudgeable: entityProvenance({
    charts: [chartSummary({ policies: [], proposal: keylessSigner })],
  }),
  stale: entityProvenance({
    charts: [chartSummary({ freshness: limited })],
  }),
  indexing: entityProvenance({
    charts: [
      blankChart({
        state: 'firstIndexing',
        progress: { tagsSeen: 40, versionsDone: 12 },
      }),
    ],
  }),
  none: entityProvenance({ charts: [] }),
  problems: entityProvenance({
    charts: [],
    problems: [
      entityProblem({
        code: 'annotation-invalid',
        message: 'The repository has upper-case letters.',
        fix: 'Write it in lower case.',
        annotation: 'chart-provenance/charts',
        value: 'oci://ghcr.io/Acme/payments',
        position: 14,
      }),
      entityProblem({
        code: 'claimed-by-another',
        message: 'The operator gives this repository to billing.',
        fix: 'Remove the annotation, or ask the operator to decide.',
        reference: 'oci://ghcr.io/acme/charts/payments',
        claimants: ['component:default/billing'],
      }),
    ],
  }),
  failing: answer(503),
};

/** The fake backend, answering by the entity's name. */
export class ScenarioChartProvenance extends FakeChartProvenance {
  private readonly many = [
    versionRow(),
    rejectedRow,
    unsignedRow,
    ...manyRows(2_000),
  ];

  override async getEntity(entityRef: string): Promise<EntityProvenance> {
    const { name } = parseEntityRef(entityRef);
    this.entity = SCENARIOS[name] ?? answer(404);
    const found = await super.getEntity(entityRef);
    return { ...found, entityRef };
  }

  override async listVersions(
    chart: ChartKey,
    query?: VersionQuery,
  ): Promise<VersionPage> {
    const { name } = parseEntityRef(chart.entityRef);
    this.rows =
      name === 'several' ? this.many : [versionRow(), rejectedRow, unsignedRow];
    return super.listVersions(chart, query);
  }
}
