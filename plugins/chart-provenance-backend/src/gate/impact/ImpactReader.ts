import {
  BlockedConsumer,
  ConsumerRow,
  GateChange,
  GateImpact,
  VersionRow,
} from 'backstage-plugin-chart-provenance-common';
import { ChartProvenanceConfig } from '../../config';
import { ChartReads, ChartRecord, ConsumerStore } from '../../store';
import { blocks, losesLegacy, Outcome } from './blocks';
import { HypotheticalVerdicts } from './HypotheticalVerdicts';
import { readChange, TriedChange } from './readChange';

const MAX_BLOCKED = 1_000;
const MAX_CHARTS = 2_000;

/** What the effect of a change is read from. */
export interface ImpactReaderOptions {
  reads: Pick<ChartReads, 'claimedCharts' | 'chartRecord' | 'versions'>;
  consumers: Pick<ConsumerStore, 'consumersOf' | 'sources'>;
  verdicts: HypotheticalVerdicts;
  config: Pick<
    ChartProvenanceConfig,
    'policies' | 'gate' | 'consumers' | 'trust'
  >;
}

/** One consumer, the chart it uses, and what would become of it. */
export interface Touched {
  chart: ChartRecord;
  row: ConsumerRow;
  outcome: Outcome;
}

/** What a change would do, with nobody hidden: what is told of single ones is for the service to say. */
export interface AllTouched {
  touched: Touched[];
  charts: GateImpact['charts'];
  unreadSources: number;
  cut: boolean;
}

/** Tells what a change would stop, before it is made. Reads the store alone; nothing is changed. */
export class ImpactReader {
  readonly #options: ImpactReaderOptions;

  constructor(options: ImpactReaderOptions) {
    this.#options = options;
  }

  /** @throws InputError for what the change names and there is not */
  async of(change: GateChange): Promise<AllTouched> {
    const { consumers, reads } = this.#options;
    const sources = await consumers.sources();
    const unreadSources = sources.filter(
      ({ problem, lastSuccessAt }) =>
        problem !== null || lastSuccessAt === null,
    ).length;
    if (change.kind === 'retire') {
      const chart = await reads.chartRecord(change.chartId);
      const touched = chart ? await this.#retired(chart) : [];
      return { touched, charts: [], unreadSources, cut: false };
    }
    const tried = readChange(change, this.#options.config);
    const all = (await reads.claimedCharts()).filter(tried.touches);
    const touched: Touched[] = [];
    const charts: GateImpact['charts'] = [];
    for (const chart of all.slice(0, MAX_CHARTS)) {
      const one = await this.#under(chart, tried);
      touched.push(...one.touched);
      charts.push(...one.charts);
    }
    return { touched, charts, unreadSources, cut: all.length > MAX_CHARTS };
  }

  async #retired(chart: ChartRecord): Promise<Touched[]> {
    const rows = await this.#options.consumers.consumersOf(chart.chartId);
    return rows.map(row => ({ chart, row, outcome: losesLegacy(row) }));
  }

  async #under(
    chart: ChartRecord,
    { policies, changed, environment, requireDigest }: TriedChange,
  ): Promise<Pick<AllTouched, 'touched' | 'charts'>> {
    const { consumers, verdicts } = this.#options;
    const rows = (await consumers.consumersOf(chart.chartId)).filter(
      row => environment === null || row.environment === environment,
    );
    const newest = await this.#newest(chart.chartId);
    const digests = new Set([
      ...rows.flatMap(({ runs, wants }) => runs?.digest ?? wants.digest ?? []),
      ...(newest ? [newest.digest] : []),
    ]);
    const found = await verdicts.under(changed(chart), [...digests], policies);
    const demand = {
      verdicts: found,
      requireDigest: requireDigest(chart),
    };
    return {
      touched: rows.map(row => ({ chart, row, outcome: blocks(row, demand) })),
      charts: refusedOf(chart, newest && found.get(newest.digest)),
    };
  }

  async #newest(chartId: string): Promise<VersionRow | undefined> {
    const { reads } = this.#options;
    const released = await reads.versions(chartId, {
      prereleases: false,
      limit: 1,
    });
    return (
      released?.items[0] ??
      (await reads.versions(chartId, { limit: 1 }))?.items[0]
    );
  }
}

function refusedOf(
  chart: ChartRecord,
  verdict: { status: string; reasons: { message: string }[] } | undefined,
): GateImpact['charts'] {
  return verdict && verdict.status !== 'verified'
    ? [
        {
          chartId: chart.chartId,
          chart: referenceOf(chart),
          reason: verdict.reasons[0]?.message ?? `It is ${verdict.status}.`,
        },
      ]
    : [];
}

/** `oci://…` */
export function referenceOf({ registry, repository }: ChartRecord): string {
  return `oci://${registry}/${repository}`;
}

/** The answer, from those of the consumers that the reader may see; the others are numbers. */
export function impactOf(
  change: GateChange,
  all: AllTouched,
  visible: ReadonlyMap<string, ConsumerRow>,
  environments: readonly string[],
): GateImpact {
  const stopped = all.touched.filter(({ outcome }) => outcome !== undefined);
  const shown = stopped.flatMap(one => {
    const row = visible.get(one.row.id);
    return row ? [blockedOf({ ...one, row })] : [];
  });
  const rank = ({ environment }: BlockedConsumer) => {
    const at = environment === null ? -1 : environments.indexOf(environment);
    return at < 0 ? environments.length : at;
  };
  shown.sort((a, b) => rank(a) - rank(b));
  const count = (outcome: BlockedConsumer['outcome']) =>
    stopped.filter(one => one.outcome?.outcome === outcome).length;
  return {
    change,
    blocked: shown.slice(0, MAX_BLOCKED),
    counts: {
      consumers: all.touched.length,
      blocked: count('blocked'),
      unknown: count('unknown'),
      fine: all.touched.length - stopped.length,
    },
    owners: ownersOf(shown.filter(({ outcome }) => outcome === 'blocked')),
    charts: all.charts,
    unreadSources: all.unreadSources,
    cut: all.cut || shown.length > MAX_BLOCKED,
  };
}

function blockedOf({ chart, row, outcome }: Touched): BlockedConsumer {
  return {
    consumerId: row.id,
    name: row.namespace === null ? row.name : `${row.namespace}/${row.name}`,
    environment: row.environment,
    cluster: row.where.cluster,
    entityRef: row.entityRef,
    owner: row.owner,
    chart: referenceOf(chart),
    chartId: chart.chartId,
    chartOwner: chart.owner,
    version: row.runs?.version ?? row.wants.version,
    digest: row.runs?.digest ?? row.wants.digest,
    outcome: outcome!.outcome,
    reason: outcome!.reason,
    href: row.where.href,
  };
}

function ownersOf(blocked: readonly BlockedConsumer[]): GateImpact['owners'] {
  const counts = new Map<string | null, number>();
  for (const { owner } of blocked) {
    counts.set(owner, (counts.get(owner) ?? 0) + 1);
  }
  return [...counts]
    .map(([owner, consumers]) => ({ owner, consumers }))
    .sort((a, b) => b.consumers - a.consumers);
}
