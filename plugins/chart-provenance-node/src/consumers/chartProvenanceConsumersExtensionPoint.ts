import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { ConsumerSourceProvider } from './ConsumerSource';

/**
 * Adds places where consumers of charts are looked for.
 *
 * @public
 */
export interface ChartProvenanceConsumersExtensionPoint {
  /** Throws when the provider's id is taken. */
  addConsumerSourceProvider(provider: ConsumerSourceProvider): void;
}

/**
 * Lets a module tell of consumers that nothing built in discovers, for example a deployment tool's own database.
 *
 * @example
 * ```ts
 * createBackendModule({
 *   pluginId: 'chart-provenance',
 *   moduleId: 'spinnaker-consumers',
 *   register(reg) {
 *     reg.registerInit({
 *       deps: { consumers: chartProvenanceConsumersExtensionPoint },
 *       async init({ consumers }) {
 *         consumers.addConsumerSourceProvider(spinnakerConsumers());
 *       },
 *     });
 *   },
 * });
 * ```
 *
 * @public
 */
export const chartProvenanceConsumersExtensionPoint =
  createExtensionPoint<ChartProvenanceConsumersExtensionPoint>({
    id: 'chart-provenance.consumers',
  });
