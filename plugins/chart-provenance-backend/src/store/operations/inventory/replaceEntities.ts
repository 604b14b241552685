import { chunk } from '../../chunk';
import { Database } from '../../database';
import { toJson } from '../../rows';
import { Inventory } from '../../InventoryStore';

/** Replaces which entities have problems, and which charts are shown on which entity. */
export async function replaceEntities(
  tx: Database,
  { charts, entities }: Inventory,
): Promise<void> {
  await tx('entity_charts').delete();
  await tx('entities').delete();
  for (const some of chunk(entities)) {
    await tx('entities').insert(
      some.map(({ entityRef, problems }) => ({
        entity_ref: entityRef,
        problems: toJson(problems),
      })),
    );
  }
  const links = charts.flatMap(({ chartId, owner, conflict }) =>
    (owner === null ? conflict : [owner]).map(entityRef => ({
      entity_ref: entityRef,
      chart_id: chartId,
    })),
  );
  for (const some of chunk(links)) {
    await tx('entity_charts').insert(some);
  }
}
