import { chartTargetOf, normaliseLegacyUrl } from '../../../consumers/target';
import type { SnippetInput } from '../../types';

/** Does a location with a name mean the chart, in its registry or where it was published before? */
export function isThisChart(
  { chart, legacy }: SnippetInput,
  location: string,
  name?: string,
): boolean {
  const { target } = chartTargetOf(location, name);
  switch (target.kind) {
    case 'oci':
      return (
        target.registry === chart.registry &&
        target.repository === chart.repository
      );
    case 'legacy':
      return (
        legacy !== null &&
        target.name === legacy.name &&
        target.repositoryUrl === normaliseLegacyUrl(legacy.repositoryUrl)
      );
    default:
      return false;
  }
}
