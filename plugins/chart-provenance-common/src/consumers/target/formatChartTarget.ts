import { ChartTarget } from '../types';

/**
 * `oci://registry/repository` or `https://…#name`, as on screen; undefined when no chart is known to be meant.
 *
 * @public
 */
export function formatChartTarget(target: ChartTarget): string | undefined {
  switch (target.kind) {
    case 'oci':
      return `oci://${target.registry}/${target.repository}`;
    case 'legacy':
      return `${target.repositoryUrl}#${target.name}`;
    default:
      return undefined;
  }
}
