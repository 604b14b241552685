import { ObservedConsumer } from 'backstage-plugin-chart-provenance-node';
import { ChartProvenanceConfig } from '../../config';
import { ConsumerRecord } from '../../store';
import { chartIdOfTarget, HostWord } from './chartIdOfTarget';
import { clusterOf } from './clusterOf';
import { environmentOf } from './environmentOf';
import { ownerKeysOf } from './ownerKeysOf';
import { placeOf } from './placeOf';

/** The operator's word, as far as it says what consumers mean. */
export type ConsumersWord = HostWord & Pick<ChartProvenanceConfig, 'consumers'>;

/** What configuration makes of a consumer. Pure: which of the owner keys leads to an entity is for the catalog to say. */
export function resolveConsumer(
  consumer: ObservedConsumer,
  word: ConsumersWord,
): ConsumerRecord {
  const { kubernetes, owners, environments } = word.consumers;
  const cluster = clusterOf(consumer, kubernetes?.servers ?? new Map());
  const place = placeOf(consumer, cluster);
  const { target } = consumer;
  return {
    consumer,
    chartId: chartIdOfTarget(target, word),
    legacy:
      target.kind === 'legacy'
        ? { url: target.repositoryUrl, name: target.name }
        : null,
    cluster,
    environment: environmentOf(place, environments),
    ownerKeys: ownerKeysOf(consumer, place, owners),
  };
}
