import {
  ChartTarget,
  ConsumerRow,
} from 'backstage-plugin-chart-provenance-common';
import { ObservedConsumer } from 'backstage-plugin-chart-provenance-node';
import { ConsumerListRow } from '../../operations/consumer/ConsumerListRow';
import { behindOf } from './behindOf';
import { ChartUse } from './ChartUse';
import { gateOf } from './gateOf';
import { runsOf } from './runsOf';

/** A stored consumer with its reading. */
export interface StoredConsumer {
  row: ConsumerListRow;
  reading: ObservedConsumer;
}

/** What a consumer is shown with. */
export interface ConsumerContext {
  /** The chart meant; undefined when it is not in the inventory. */
  chart: ChartUse | undefined;
  /** Sort keys of the releases in the legacy repository it uses. */
  legacyReleases: readonly string[];
  /** Its source could not be read lately. */
  sourceStale: boolean;
  /** Ids of the trust roots that are the public Sigstore instance. */
  publicRoots: readonly string[];
}

/** A consumer as the API answers it, as of now. */
export function consumerRowOf(
  { row, reading }: StoredConsumer,
  context: ConsumerContext,
): ConsumerRow {
  const { chart, legacyReleases, sourceStale } = context;
  const from = placeOf(reading);
  return {
    id: row.id,
    kind: reading.kind,
    name: reading.name,
    namespace: reading.namespace,
    form: reading.form,
    where: {
      source: row.source_id,
      title: row.title,
      cluster: row.cluster,
      path: reading.path,
      href: reading.href,
    },
    environment: row.environment,
    entityRef: row.entity_ref,
    owner: null,
    written: reading.written,
    from,
    chart: textOf(reading.target) ?? reading.written,
    chartId: chart?.chartId ?? null,
    wants: reading.wants,
    pin: reading.pin,
    bestPin: reading.bestPin,
    runs: runsOf({ ...reading, from }, chart),
    behind: behindOf(reading, chart, legacyReleases),
    gate: gateOf(reading.gate, chart, context),
    findings: reading.findings,
    seenAt: row.seen_at ?? row.read_at ?? row.first_seen_at,
    stale: Boolean(row.stale) || sourceStale,
  };
}

/** Where a chart is taken from that cannot be told is told by its scheme alone. */
function placeOf({ target, written }: ObservedConsumer): ConsumerRow['from'] {
  return target.kind === 'legacy' ||
    (target.kind !== 'oci' && /^https?:/.test(written))
    ? 'legacy'
    : 'oci';
}

function textOf(target: ChartTarget): string | undefined {
  switch (target.kind) {
    case 'oci':
      return `oci://${target.registry}/${target.repository}`;
    case 'legacy':
      return `${target.repositoryUrl}#${target.name}`;
    default:
      return undefined;
  }
}
