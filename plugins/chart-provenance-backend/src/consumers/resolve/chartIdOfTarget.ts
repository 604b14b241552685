import {
  chartIdOf,
  ChartTarget,
  matchRepository,
  normaliseRegistryHost,
} from 'backstage-plugin-chart-provenance-common';
import { ChartProvenanceConfig } from '../../config';

/** What says how the operator writes a registry. */
export type HostWord = {
  registries: readonly Pick<
    ChartProvenanceConfig['registries'][number],
    'host'
  >[];
  rules: ChartProvenanceConfig['rules'];
};

/**
 * The id of the chart that is meant, the same however its registry is written: as the operator writes it, else in one spelling.
 * Whether it may be read is another matter: who uses a chart of others must be told as well. Null for what is in no registry.
 */
export function chartIdOfTarget(
  target: ChartTarget,
  { registries, rules }: HostWord,
): string | null {
  if (target.kind !== 'oci') {
    return null;
  }
  const { registry, repository } = target;
  const host = normaliseRegistryHost(registry);
  const configured =
    matchRepository(rules, registry, repository)?.registry ??
    registries.find(known => normaliseRegistryHost(known.host) === host)?.host;
  return chartIdOf((configured ?? host).toLowerCase(), repository);
}
