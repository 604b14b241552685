import { BuildFacts } from 'backstage-plugin-chart-provenance-common';
import { textOf, timeOf } from '../../evidence';
import { shownMaterials } from './materials';
import { parametersOf } from './parametersOf';

/** What each version of SLSA provenance says in its own words. */
export interface WrittenBuild {
  sourceDigest: string | undefined;
  /** The object that has the id of the run and the times, and what they are called in it. */
  metadata: unknown;
  names: { id: string; started: string; finished: string };
  parameters: unknown;
  materials: unknown[];
}

/** Facts of a build, shown and never judged. */
export function buildFacts(written: WrittenBuild): BuildFacts {
  const { metadata, names, sourceDigest } = written;
  const { parameters, cut } = parametersOf(written.parameters);
  const shown = shownMaterials(written.materials);
  const invocationId = textOf(metadata, names.id);
  const startedAt = timeOf(metadata, names.started);
  const finishedAt = timeOf(metadata, names.finished);
  return {
    ...(sourceDigest ? { sourceDigest } : {}),
    ...(invocationId ? { invocationId } : {}),
    ...(startedAt ? { startedAt } : {}),
    ...(finishedAt ? { finishedAt } : {}),
    parameters,
    materials: shown.materials,
    ...(cut || shown.cut ? { cut: true } : {}),
  };
}
