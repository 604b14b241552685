import { createExtensionPoint } from '@backstage/backend-plugin-api';
import { RegistryCredentialProvider } from './RegistryCredentialProvider';

/**
 * Adds kinds of registry credentials.
 *
 * @public
 */
export interface ChartProvenanceCredentialsExtensionPoint {
  /** Throws when the provider's type is taken. */
  addCredentialProvider(provider: RegistryCredentialProvider): void;
}

/**
 * Lets a module add a kind of registry credentials, for example the tokens of a cloud's own registry.
 *
 * @example
 * ```ts
 * createBackendModule({
 *   pluginId: 'chart-provenance',
 *   moduleId: 'aws-credentials',
 *   register(reg) {
 *     reg.registerInit({
 *       deps: { credentials: chartProvenanceCredentialsExtensionPoint },
 *       async init({ credentials }) {
 *         credentials.addCredentialProvider({ type: 'aws', credentials: async ({ host }) => ecrToken(host) });
 *       },
 *     });
 *   },
 * });
 * ```
 *
 * @public
 */
export const chartProvenanceCredentialsExtensionPoint =
  createExtensionPoint<ChartProvenanceCredentialsExtensionPoint>({
    id: 'chart-provenance.credentials',
  });
