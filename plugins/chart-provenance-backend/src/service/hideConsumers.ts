import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  chartProvenanceChartReadPermission,
  chartProvenanceIndexOperatePermission,
  ConsumedChart,
  ConsumerRow,
  ConsumerSourceStatus,
  CONTESTED_OWNER,
} from 'backstage-plugin-chart-provenance-common';
import { CallerOptions } from './ChartProvenanceService';
import { Gatekeeper } from './Gatekeeper';

/**
 * Leaves only the consumers whose entity the caller may see, with the owner of that entity. One that no entity is known of is nobody's
 * secret beyond the permission to read consumers; one that several entities say is theirs is for operators, who can settle it.
 */
export async function visibleConsumers(
  rows: readonly ConsumerRow[],
  gate: Gatekeeper,
  caller: CallerOptions,
): Promise<ConsumerRow[]> {
  const entities = await gate.visible(refsOf(rows), caller);
  const settles =
    rows.some(isContested) &&
    (await gate.isAllowed(chartProvenanceIndexOperatePermission, caller));
  return rows.flatMap(row => {
    if (row.entityRef === null) {
      return [row];
    }
    if (isContested(row)) {
      return settles ? [{ ...row, entityRef: null }] : [];
    }
    const entity = entities.get(row.entityRef);
    return entity ? [{ ...row, owner: ownerOf(entity) }] : [];
  });
}

/**
 * Charts that an entity uses; their owners are named only where the caller may see them. Whoever writes an annotation or a manifest names any
 * chart, so what is known of a chart that the caller may not read is not told here either: only what its consumer says itself.
 */
export async function visibleCharts(
  charts: readonly ConsumedChart[],
  gate: Gatekeeper,
  caller: CallerOptions,
): Promise<ConsumedChart[]> {
  const rows = charts.flatMap(({ items }) => items);
  const owners = charts.flatMap(({ ownerRef }) => ownerRef ?? []);
  const entities = await gate.visible([...refsOf(rows), ...owners], caller);
  const readable = await gate.allowedOn(
    chartProvenanceChartReadPermission,
    owners.filter(ref => entities.has(ref)),
    caller,
  );
  return charts.map(chart => {
    const { ownerRef } = chart;
    const owner = ownerRef === null ? undefined : entities.get(ownerRef);
    const mayRead = ownerRef === null || readable.has(ownerRef);
    return {
      ...chart,
      chartId: mayRead ? chart.chartId : null,
      ownerRef: owner ? ownerRef : null,
      ownerTeam: owner ? ownerOf(owner) : null,
      items: chart.items.map(row => {
        const entity = row.entityRef && entities.get(row.entityRef);
        const shown = mayRead ? row : asWrittenOnly(row);
        return { ...shown, owner: entity ? ownerOf(entity) : null };
      }),
    };
  });
}

/** Without what only the chart's own page tells: its releases, verdicts and policies. */
function asWrittenOnly(row: ConsumerRow): ConsumerRow {
  const { runs, gate } = row;
  const own = gate.strength === 'none' || gate.strength === 'not-applicable';
  return {
    ...row,
    chartId: null,
    behind: null,
    runs: runs && {
      ...runs,
      verdict: null,
      note: 'You may not see the chart, so nothing is told of what runs.',
    },
    gate: own
      ? gate
      : {
          strength: 'other',
          message:
            'Flux verifies; you may not see the chart, so it is not compared with its policy.',
        },
  };
}

/** Which documents of a source could not be read names files and objects of others: only for operators. */
export function withoutDocuments(
  sources: readonly ConsumerSourceStatus[],
): ConsumerSourceStatus[] {
  return sources.map(source => ({ ...source, documents: [] }));
}

function refsOf(rows: readonly ConsumerRow[]): string[] {
  return rows
    .filter(row => !isContested(row))
    .flatMap(({ entityRef }) => entityRef ?? []);
}

function isContested({ entityRef }: ConsumerRow): boolean {
  return entityRef === CONTESTED_OWNER;
}

function ownerOf({
  relations = [],
}: {
  relations?: { type: string; targetRef: string }[];
}): string | null {
  return (
    relations.find(({ type }) => type === RELATION_OWNED_BY)?.targetRef ?? null
  );
}
