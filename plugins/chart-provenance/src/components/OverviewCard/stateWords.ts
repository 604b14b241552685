import { ChartSummary } from 'backstage-plugin-chart-provenance-common';

/**
 * What the card says about a chart's state, in one sentence; undefined when there is nothing to say beyond its versions.
 *
 * @internal
 */
export function stateWords(chart: ChartSummary): string | undefined {
  const { state, freshness, progress, policies, registry } = chart;
  if (state === 'firstIndexing') {
    return `First indexing: ${progress?.tagsSeen ?? 0} tags seen, ${
      progress?.versionsDone ?? 0
    } versions done.`;
  }
  if (state === 'empty') {
    return 'Nothing is in the registry yet.';
  }
  if (!freshness.lastSuccessAt && state === 'failed') {
    return `${registry} could not be read yet: nothing is known about this chart.`;
  }
  if (state === 'partial') {
    return 'Only part of this chart could be read.';
  }
  if (freshness.stale) {
    return 'What is shown is too old to be relied on.';
  }
  return policies.length === 0
    ? 'Nobody has said who may sign this chart.'
    : undefined;
}
