import { parseEntityRef } from '@backstage/catalog-model';
import {
  ConsumerList,
  ConsumesList,
  EntityOverview,
  EntityProvenance,
  MigrationState,
  SbomPage,
  SbomQuery,
  VersionDetail,
  VersionPage,
  VersionQuery,
} from 'backstage-plugin-chart-provenance-common';
import { ChartKey } from '../src/api';
import { ScenarioAdopt } from './ScenarioAdopt';
import {
  blankChart,
  chartSummary,
  digestOf,
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
  argoRow,
  consumerList,
  consumerRow,
  consumerSummary,
  manyConsumers,
  noConsumers,
  unreadSource,
} from '../src/__fixtures__/consumerBuilders';
import {
  rejectedVerdict,
  verifiedVerdict,
  x509Signer,
} from '../src/__fixtures__/detailBuilders';
import { evidenceRow } from '../src/__fixtures__/evidenceBuilders';
import {
  provenanceRow,
  scanRow,
  vexRow,
} from '../src/__fixtures__/statementBuilders';
import {
  manySbomRows,
  noSbom,
  sbomDocument,
  sbomPage,
  sbomRows,
} from '../src/__fixtures__/sbomBuilders';
import {
  chartOverview,
  consumedChart,
  consumesList,
  entityOverview,
} from '../src/__fixtures__/overviewBuilders';
import { answer } from '../src/__fixtures__/answers';
import {
  manualItem,
  migrationState,
} from '../src/__fixtures__/migrationBuilders';

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
  consumer: entityProvenance({ charts: [] }),
  unread: entityProvenance(),
  unlooked: entityProvenance(),
  forbidden: entityProvenance(),
  alarmed: entityProvenance(),
};

const OVERVIEWS: Record<string, EntityOverview | Error> = {
  consumer: entityOverview({ charts: [], consumes: [consumedChart()] }),
  none: entityOverview({ charts: [] }),
  forbidden: answer(403),
  unread: entityOverview({
    charts: [
      chartOverview({ runs: [], usage: noConsumers({ unreadSources: 1 }) }),
    ],
  }),
  unlooked: entityOverview({
    charts: [
      chartOverview({ runs: [], usage: noConsumers({ nobodyLooked: true }) }),
    ],
  }),
};

const CONSUMERS: Record<string, ConsumerList | Error> = {
  several: consumerList({
    items: manyConsumers(2_000),
    summary: consumerSummary({ total: 2_000 }),
  }),
  unread: consumerList({
    items: [],
    sources: [unreadSource],
    summary: noConsumers({ unreadSources: 1 }),
  }),
  unlooked: consumerList({
    items: [],
    sources: [],
    summary: noConsumers({ nobodyLooked: true }),
  }),
  forbidden: answer(403),
  alarmed: consumerList({
    items: [consumerRow(), argoRow],
    splits: [
      {
        wants: '1.8.1',
        digests: [
          { digest: rejectedRow.digest, version: '1.8.1', consumers: 2 },
          { digest: unsignedRow.digest, version: null, consumers: 1 },
        ],
      },
    ],
  }),
};

const MIGRATIONS: Record<string, MigrationState | Error> = {
  forbidden: migrationState({ may: { signOff: false, plan: false } }),
  unlooked: migrationState({ parity: null, phase: 'noLegacy', steps: [] }),
  alarmed: migrationState({
    alarms: [
      {
        code: 'legacy-gone-too-early',
        message:
          'charts.acme.dev answers 404 since Monday; 1 consumer uses it.',
        fix: 'Bring it back until ledger has moved.',
        responsible: 'owner',
      },
    ],
    manual: [
      manualItem({
        status: 'contradicted',
        contradiction: '1 consumer came back since.',
        signOff: {
          checkId: 'announced',
          result: 'done',
          note: 'Mail of Monday',
          expiresOn: null,
          by: 'user:default/r.ito',
          at: minutesAgo(120),
        },
      }),
    ],
  }),
};

const SBOMS: Record<string, (query: SbomQuery) => SbomPage | Error> = {
  several: query => sbomPage(query, [...sbomRows, ...manySbomRows(5_000)]),
  unread: query =>
    sbomPage(query, sbomRows, {
      documents: [
        sbomDocument({ verified: false, cut: true, componentCount: 80_000 }),
        sbomDocument({
          evidence: rejectedRow.digest,
          label: 'SPDX-2.3',
          present: false,
        }),
      ],
    }),
  unlooked: () => noSbom,
  forbidden: () => answer(502),
  alarmed: () =>
    sbomPage({}, [], {
      documents: [sbomDocument({ problem: 'It is no JSON.', verified: false })],
      licences: [],
      kinds: { package: 0, image: 0, chart: 0, other: 0 },
      changes: null,
      against: null,
    }),
};

const requirement = verifiedVerdict.requirements[0];

const DETAILS: Record<string, Partial<VersionDetail>> = {
  several: {
    verdict: {
      ...verifiedVerdict,
      requirements: [
        ...rejectedVerdict.requirements,
        ...Array.from({ length: 9 }, (_, index) => ({
          ...requirement,
          id: `policy:p${index}:signature`,
        })),
      ],
    },
    evidence: [
      evidenceRow(),
      provenanceRow(),
      scanRow,
      vexRow,
      evidenceRow({
        digest: digestOf(7300),
        format: 'notation',
        predicateType: undefined,
        mediaType: 'application/jose+json',
        artifactType: 'application/vnd.cncf.notary.signature',
        verifications: [
          {
            evidence: digestOf(7300),
            trust: 'store:acme-ca',
            outcome: 'proven',
            signer: x509Signer,
            gaps: ['revocation'],
          },
        ],
      }),
      evidenceRow({
        digest: digestOf(7301),
        kind: 'unknown',
        format: 'unknown',
        predicateType: undefined,
        mediaType: 'application/vnd.example+octet',
        verifications: [],
      }),
    ],
  },
  alarmed: { verdict: { ...verifiedVerdict, signer: x509Signer } },
  none: {},
};

/** The fake backend, answering by the entity's name. */
export class ScenarioChartProvenance extends ScenarioAdopt {
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

  override async getVersion(
    chart: ChartKey,
    digest: string,
  ): Promise<VersionDetail> {
    return {
      ...(await super.getVersion(chart, digest)),
      ...DETAILS[nameOf(chart.entityRef)],
    };
  }

  override async getSbom(
    chart: ChartKey,
    digest: string,
    query?: SbomQuery,
  ): Promise<SbomPage> {
    this.sbom = SBOMS[nameOf(chart.entityRef)] ?? sbomPage;
    return super.getSbom(chart, digest, query);
  }

  override async getOverview(entityRef: string): Promise<EntityOverview> {
    this.overview = OVERVIEWS[nameOf(entityRef)] ?? entityOverview();
    return { ...(await super.getOverview(entityRef)), entityRef };
  }

  override async listConsumers(chart: ChartKey): Promise<ConsumerList> {
    this.consumers = CONSUMERS[nameOf(chart.entityRef)] ?? consumerList();
    return super.listConsumers(chart);
  }

  override async getConsumes(entityRef: string): Promise<ConsumesList> {
    const uses = ['consumer', 'usual'].includes(nameOf(entityRef));
    this.consumes = consumesList({ charts: uses ? [consumedChart()] : [] });
    return super.getConsumes(entityRef);
  }

  override async getMigration(chart: ChartKey): Promise<MigrationState> {
    this.migration = MIGRATIONS[nameOf(chart.entityRef)] ?? migrationState();
    return super.getMigration(chart);
  }
}

function nameOf(entityRef: string): string {
  return parseEntityRef(entityRef).name;
}
