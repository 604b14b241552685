import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  ConsumedChart,
  ConsumerRow,
  ConsumerSourceStatus,
} from 'backstage-plugin-chart-provenance-common';
import { CallerOptions } from './ChartProvenanceService';
import { Gatekeeper } from './Gatekeeper';

/**
 * Leaves only the consumers whose entity the caller may see, with the owner of that entity. One that no entity is known of is nobody's
 * secret beyond the permission to read consumers.
 */
export async function visibleConsumers(
  rows: readonly ConsumerRow[],
  gate: Gatekeeper,
  caller: CallerOptions,
): Promise<ConsumerRow[]> {
  const entities = await gate.visible(refsOf(rows), caller);
  return rows.flatMap(row => {
    if (row.entityRef === null) {
      return [row];
    }
    const entity = entities.get(row.entityRef);
    return entity ? [{ ...row, owner: ownerOf(entity) }] : [];
  });
}

/** The same for charts that an entity uses; their owners are named only where the caller may see them. */
export async function visibleCharts(
  charts: readonly ConsumedChart[],
  gate: Gatekeeper,
  caller: CallerOptions,
): Promise<ConsumedChart[]> {
  const rows = charts.flatMap(({ items }) => items);
  const owners = charts.flatMap(({ ownerRef }) => ownerRef ?? []);
  const entities = await gate.visible([...refsOf(rows), ...owners], caller);
  return charts.map(chart => {
    const owner = chart.ownerRef && entities.get(chart.ownerRef);
    return {
      ...chart,
      ownerRef: owner ? chart.ownerRef : null,
      ownerTeam: owner ? ownerOf(owner) : null,
      items: chart.items.map(row => {
        const entity = row.entityRef && entities.get(row.entityRef);
        return { ...row, owner: entity ? ownerOf(entity) : null };
      }),
    };
  });
}

/** Which documents of a source could not be read names files and objects of others: only for operators. */
export function withoutDocuments(
  sources: readonly ConsumerSourceStatus[],
): ConsumerSourceStatus[] {
  return sources.map(source => ({ ...source, documents: [] }));
}

function refsOf(rows: readonly ConsumerRow[]): string[] {
  return rows.flatMap(({ entityRef }) => entityRef ?? []);
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
