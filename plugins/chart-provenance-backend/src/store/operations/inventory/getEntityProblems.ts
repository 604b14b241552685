import { EntityProblem } from 'backstage-plugin-chart-provenance-common';
import { Database } from '../../database';
import { fromJson } from '../../rows';

/** Reads what is wrong with an entity's claims. */
export async function getEntityProblems(
  database: Database,
  entityRef: string,
): Promise<EntityProblem[]> {
  const row = await database('entities')
    .where('entity_ref', entityRef)
    .first<{ problems: string } | undefined>('problems');
  return row ? fromJson<EntityProblem[]>(row.problems) : [];
}
