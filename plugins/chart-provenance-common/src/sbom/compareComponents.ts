import { SbomChange, SbomComponent, SbomRow } from '../api/sbomTypes';
import { componentKey, nameKey } from './componentKey';

/**
 * Two lists of components, told as one: what was added, removed or changed, and what stayed as it is, by name. Of several of one name those
 * that are equal stay, and the others are paired in their order.
 *
 * @param before - null: there is nothing to compare with
 * @public
 */
export function compareComponents(
  now: readonly SbomComponent[],
  before: readonly SbomComponent[] | null,
): SbomRow[] {
  if (before === null) {
    return now
      .map(component => ({ ...component, change: null, before: null }))
      .sort(byName);
  }
  const rows: SbomRow[] = [];
  const left = pairByName(pair({ now, before }, componentKey, rows), rows);
  rows.push(
    ...left.now.map(component => told(component, 'added')),
    ...left.before.map(component => told(component, 'removed')),
  );
  return rows.sort(byName);
}

interface Lists {
  now: readonly SbomComponent[];
  before: readonly SbomComponent[];
}

/** Moves what has a counterpart by this key to the rows; answers what is left. */
function pair(
  lists: Lists,
  keyOf: (component: SbomComponent) => string,
  rows: SbomRow[],
): Lists {
  const earlier = grouped(lists.before, keyOf);
  const now: SbomComponent[] = [];
  for (const [key, group] of grouped(lists.now, keyOf)) {
    const left = pairWithin(group, earlier.get(key) ?? [], rows);
    now.push(...left.now);
    earlier.set(key, left.before);
  }
  return { now, before: [...earlier.values()].flat() };
}

/** Of one name: first those that are equal, then the others in their order. */
function pairWithin(
  now: SbomComponent[],
  before: SbomComponent[],
  rows: SbomRow[],
): { now: SbomComponent[]; before: SbomComponent[] } {
  if (now.length > 1 || before.length > 1) {
    const equal = grouped(before, stateOf);
    const others = now.filter(component => {
      const same = equal.get(stateOf(component))?.pop();
      if (same) {
        rows.push(told(component, 'same'));
      }
      return !same;
    });
    return inOrder(others, [...equal.values()].flat(), rows);
  }
  return inOrder(now, before, rows);
}

function inOrder(
  now: SbomComponent[],
  before: SbomComponent[],
  rows: SbomRow[],
): { now: SbomComponent[]; before: SbomComponent[] } {
  const pairs = Math.min(now.length, before.length);
  for (let at = 0; at < pairs; at++) {
    rows.push(compared(now[at], before[at]));
  }
  return { now: now.slice(pairs), before: before.slice(pairs) };
}

function grouped(
  components: readonly SbomComponent[],
  keyOf: (component: SbomComponent) => string,
): Map<string, SbomComponent[]> {
  const groups = new Map<string, SbomComponent[]>();
  for (const component of components) {
    const key = keyOf(component);
    const group = groups.get(key);
    if (group) {
      group.push(component);
    } else {
      groups.set(key, [component]);
    }
  }
  return groups;
}

/** What one tool gave a package URL, and the other did not. Two that have one are what they say, and not each other. */
function pairByName({ now, before }: Lists, rows: SbomRow[]): Lists {
  const first = pair({ now: now.filter(hasNoUrl), before }, nameKey, rows);
  const second = pair(
    { now: now.filter(hasUrl), before: first.before.filter(hasNoUrl) },
    nameKey,
    rows,
  );
  return {
    now: [...first.now, ...second.now],
    before: [...first.before.filter(hasUrl), ...second.before],
  };
}

function hasUrl({ purl }: SbomComponent): boolean {
  return purl !== null;
}

function hasNoUrl(component: SbomComponent): boolean {
  return !hasUrl(component);
}

function compared(now: SbomComponent, before: SbomComponent): SbomRow {
  if (stateOf(now) === stateOf(before)) {
    return told(now, 'same');
  }
  const { version, licences, digest } = before;
  return { ...told(now, 'changed'), before: { version, licences, digest } };
}

function told(component: SbomComponent, change: SbomChange): SbomRow {
  return { ...component, change, before: null };
}

/** Everything about a component that makes a difference to its users. */
function stateOf({ version, licences, digest }: SbomComponent): string {
  const said = licences.length > 1 ? [...licences].sort() : licences;
  return `${version}\n${digest ?? ''}\n${said.join('\n')}`;
}

function byName(a: SbomComponent, b: SbomComponent): number {
  if (a.name !== b.name) {
    return a.name < b.name ? -1 : 1;
  }
  return a.version < b.version ? -1 : Number(a.version > b.version);
}
