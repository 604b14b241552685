import { notRunnable } from '../../tools/toolbox.ts';
import type { Cell } from '../cells/types.ts';
import { forEachOf } from '../forEachOf.ts';
import type { Ground } from '../ground/Ground.ts';
import { cosignOf } from './cosignArguments.ts';
import { makeCell } from './makeCell.ts';
import type { MadeCell } from './MadeCell.ts';

const AT_ONCE = 2;
/** Certificates live for ten minutes. */
const LAPSED_MS = 60 * 60 * 1000;

/** What came of making a cell. */
export type Making = { cell: Cell } & (
  | { made: MadeCell }
  | { failed: Error }
  | { notRunnable: string }
);

/** Makes all cells: first those that are signed in the past, then the others at this hour. */
export async function makeCells(
  ground: Ground,
  cells: Cell[],
): Promise<Making[]> {
  const making = new Map<Cell, Making>();
  const make = (some: Cell[]) =>
    forEachOf(some, AT_ONCE, async cell => {
      making.set(cell, await tryCell(ground, cell));
    });
  const lapsed = cells.filter(({ lapsed: it }) => it);
  if (lapsed.length > 0) {
    await ground.sigstore.setClock(new Date(Date.now() - LAPSED_MS));
    await make(lapsed);
    await ground.sigstore.setClock(new Date());
  }
  await make(cells.filter(({ lapsed: it }) => !it));
  return cells.flatMap(cell => making.get(cell) ?? []);
}

async function tryCell(ground: Ground, cell: Cell): Promise<Making> {
  const reason = whyNot(ground, cell);
  if (reason !== undefined) {
    return { cell, notRunnable: reason };
  }
  try {
    return { cell, made: await makeCell(ground, cell) };
  } catch (error) {
    const failed = error instanceof Error ? error : new Error(String(error));
    const line = failed.message
      .split('\n')
      .find(each => cell.toolFails && each.includes(cell.toolFails));
    return line === undefined ? { cell, failed } : { cell, notRunnable: line };
  }
}

function whyNot(ground: Ground, cell: Cell): string | undefined {
  const registry = ground.registries.get(cell.registry);
  if (registry && 'notRunnable' in registry) {
    return registry.notRunnable;
  }
  const { rekorV1 } = ground.sigstore;
  if (
    'notRunnable' in ground.pgp &&
    (cell.provenance || 'keyring' in cell.policy)
  ) {
    return ground.pgp.notRunnable;
  }
  if (cell.rekor1 && 'reason' in rekorV1) {
    return `Rekor v1: ${rekorV1.reason}`;
  }
  return notRunnable(ground.tools, ...toolsOf(cell));
}

function toolsOf({ method, helm, steps }: Cell): string[] {
  const does = (what: string) =>
    steps.some(
      step =>
        step.do === what || ('what' in step && step.what.startsWith(what)),
    );
  return [
    ...(method ? [cosignOf(method)] : []),
    ...(helm ? [helm] : []),
    ...(does('attach-by-tag') ? ['cosign2'] : []),
    ...(does('notation') ? ['notation'] : []),
    ...(does('copied') ? ['crane'] : []),
  ];
}
