import type { Cell, Method, Step } from '../cells/types.ts';
import { folderFor } from '../ground/folderFor.ts';
import type { Ground } from '../ground/Ground.ts';
import { happen } from './accidents.ts';
import { CHART, digestOf, packageChart } from './chart.ts';
import type { Manner } from './cosignArguments.ts';
import { referenceOf, type MadeCell } from './MadeCell.ts';
import { signWithNotation } from './notation.ts';
import { attach, attachByTag, attest, push, sign } from './steps.ts';

/**
 * Publishes the cell's chart and lets everything happen to it.
 *
 * @throws with the words of the tool that failed.
 */
export async function makeCell(ground: Ground, cell: Cell): Promise<MadeCell> {
  const registry = ground.registries.get(cell.registry);
  if (!registry || 'notRunnable' in registry) {
    throw new Error(`${cell.registry} does not run`);
  }
  const folder = folderFor(ground, `cells/${cell.id}`);
  const archive = await packageChart(ground, folder, {
    words: `of ${cell.id}`,
    provenance: cell.provenance,
  });
  const digest = await push(
    ...([ground, archive, `${registry.host}/${cell.id}`, cell.helm] as const),
  );
  let made: MadeCell = {
    ...{ cell, registry, digest },
    repository: `${cell.id}/${CHART}`,
    chartDigest: digest,
    archiveDigest: digestOf(archive),
  };
  for (const step of cell.steps) {
    made = await follow(ground, step, made, archive);
  }
  return made;
}

async function follow(
  ground: Ground,
  step: Step,
  made: MadeCell,
  archive: string,
): Promise<MadeCell> {
  const { method } = made.cell;
  switch (step.do) {
    case 'sign':
      await sign(ground, mannerOf(made, step), referenceOf(made));
      return made;
    case 'attest': {
      const manner = mannerOf(made, step);
      await attest(ground, manner, step.type, referenceOf(made));
      return made;
    }
    case 'attach-by-tag':
      await attachByTag(ground, referenceOf(made));
      return made;
    case 'notation':
      await signWithNotation(ground, step, made);
      return made;
    case 'attach':
      await attach(ground, step.type, referenceOf(made));
      return made;
    default:
      return happen(ground, step.what, made, {
        archive,
        manner: method && mannerOf(made, { by: step.by ?? 'github' }),
      });
  }
}

function mannerOf(
  { cell }: MadeCell,
  step: Pick<Manner, 'by' | 'logged' | 'timed'> & { method?: Method },
): Manner {
  const { by, logged, timed, method = cell.method } = step;
  const { id, rekor1 } = cell;
  if (!method) {
    throw new Error(`${id} has no method to sign with`);
  }
  return { method, rekor1, by, logged, timed };
}
