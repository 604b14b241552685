import { InputError } from '@backstage/errors';
import {
  CompiledRepositoryRule,
  MappingRequest,
  normaliseEntityRef,
} from 'backstage-plugin-chart-provenance-common';
import { MappingRecord, UnclaimedRecord } from '../../store';
import { isMappable } from './unclaimedChart';

const MOST = 200;

/** What a request is held against. */
export interface MappingGround {
  unclaimed: readonly UnclaimedRecord[];
  /** Mappings in force. */
  mappings: readonly MappingRecord[];
  rules: readonly CompiledRepositoryRule[];
}

/** The chart of each mapping, and its entity in normal form. */
export type CheckedMapping = Pick<
  MappingRecord,
  'chartId' | 'registry' | 'repository' | 'entityRef'
>;

/**
 * Checks everything of a request but whether its entities can be read. A chart can be given away when nobody owns it and a rule lets it
 * be read, or when a mapping gave it before; only the latter can be taken back.
 *
 * @throws InputError that names every id and entity that is wrong
 */
export function checkMappings(
  { mappings: wanted }: MappingRequest,
  ground: MappingGround,
): CheckedMapping[] {
  const ids = wanted.map(({ id }) => id);
  if (ids.length < 1 || ids.length > MOST || new Set(ids).size < ids.length) {
    throw new InputError(
      `There must be 1 to ${MOST} mappings, each of another chart`,
    );
  }
  const mappable = chartsOf(ground);
  const problems: string[] = [];
  const checked = wanted.flatMap(({ id, entityRef }) => {
    const chart = mappable.get(id);
    const ref = entityRef === null ? null : normaliseEntityRef(entityRef);
    if (!chart) {
      problems.push(`${id} is no chart that can be given to an entity`);
    } else if (ref === undefined) {
      problems.push(
        `${entityRef} is no full entity reference, like component:default/payments`,
      );
    } else if (ref === null && chart.entityRef === null) {
      problems.push(`${id} was given to nobody here`);
    } else {
      return [{ ...chart, entityRef: ref }];
    }
    return [];
  });
  if (problems.length > 0) {
    throw new InputError(problems.slice(0, 10).join('; '));
  }
  return checked;
}

/** Charts that can be mapped, with the entity that they are mapped to now. */
function chartsOf({
  unclaimed,
  mappings,
  rules,
}: MappingGround): Map<string, CheckedMapping> {
  const charts = new Map<string, CheckedMapping>();
  for (const record of unclaimed) {
    if (record.chart && isMappable(record, rules)) {
      const { chartId, registry, repository } = record.chart;
      charts.set(chartId, { chartId, registry, repository, entityRef: null });
    }
  }
  for (const { chartId, registry, repository, entityRef } of mappings) {
    if (entityRef !== null) {
      charts.set(chartId, { chartId, registry, repository, entityRef });
    }
  }
  return charts;
}
