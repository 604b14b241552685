import {
  ChartContents,
  chartProvenanceChartReadPermission,
} from 'backstage-plugin-chart-provenance-common';
import { CallerOptions } from './ChartProvenanceService';
import { Gatekeeper } from './Gatekeeper';

/**
 * Whoever writes a Chart.yaml names any chart in it, so what is known of one is told only to those who may read it where it belongs: the
 * same as if it were not there. A chart that nobody owns, or several claim, is for operators, who see it elsewhere.
 */
export async function visibleContents(
  contents: ChartContents,
  gate: Gatekeeper,
  caller: CallerOptions,
): Promise<ChartContents> {
  const owners = contents.dependencies.flatMap(
    ({ known }) => known?.entityRef ?? [],
  );
  const entities = await gate.visible(owners, caller);
  const readable = await gate.allowedOn(
    chartProvenanceChartReadPermission,
    owners.filter(ref => entities.has(ref)),
    caller,
  );
  return {
    ...contents,
    dependencies: contents.dependencies.map(dependency => ({
      ...dependency,
      known:
        dependency.known?.entityRef && readable.has(dependency.known.entityRef)
          ? dependency.known
          : null,
    })),
  };
}
