import { ManualItemSpec } from 'backstage-plugin-chart-provenance-common';
import {
  BUILT_IN_MANUAL_ITEMS,
  CHECK_IDS,
} from 'backstage-plugin-chart-provenance-common/migration';
import { checklistItemSchema, checklistSchema } from './checklistSchema';
import { isObject } from './isObject';
import { nearest } from './nearest';
import { Problems } from './problems';

/**
 * What the operator wants people to sign off, besides the built-in items.
 *
 * @internal
 */
export interface ChecklistConfig {
  items: ManualItemSpec[];
}

/** Reads `checklist`. */
export function readChecklist(
  raw: unknown,
  problems: Problems,
): ChecklistConfig {
  const checklist = problems.parse(checklistSchema, raw ?? {}, 'checklist');
  const items = isObject(raw) && Array.isArray(raw.items) ? raw.items : [];
  const seen = new Set<string>();
  const read = items.flatMap((value, index) => {
    const path = `checklist.items[${index}]`;
    const item = problems.parse(checklistItemSchema, value, path);
    if (!item) {
      return [];
    }
    checkId(item.id, seen, path, problems);
    checkContradiction(item.contradictedBy, path, problems);
    seen.add(item.id);
    return [{ ...item, contradictedBy: item.contradictedBy ?? null }];
  });
  return { items: checklist ? read : [] };
}

function checkId(
  id: string,
  seen: ReadonlySet<string>,
  path: string,
  problems: Problems,
): void {
  if (seen.has(id)) {
    problems.add(path, `'${id}' is there twice; each needs its own id`);
  }
  const taken = [...CHECK_IDS, ...BUILT_IN_MANUAL_ITEMS.map(one => one.id)];
  if (taken.includes(id)) {
    problems.add(
      `${path}.id`,
      `'${id}' is the id of a built-in check; choose another`,
    );
  }
}

function checkContradiction(
  by: string | undefined,
  path: string,
  problems: Problems,
): void {
  if (by === undefined || CHECK_IDS.includes(by)) {
    return;
  }
  const meant = nearest(by, CHECK_IDS);
  problems.add(
    `${path}.contradictedBy`,
    meant
      ? `no check is called '${by}'; did you mean '${meant}'?`
      : `no check is called '${by}'; there are ${CHECK_IDS.join(', ')}`,
  );
}
