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
 * Lets a module add a kind of registry credentials, for example robot accounts from a vault.
 *
 * @example
 * ```ts
 * createBackendModule({
 *   pluginId: 'chart-provenance',
 *   moduleId: 'quay-credentials',
 *   register(reg) {
 *     reg.registerInit({
 *       deps: { credentials: chartProvenanceCredentialsExtensionPoint },
 *       async init({ credentials }) {
 *         credentials.addCredentialProvider({ type: 'quay', credentials: async ({ repository }) => robotOf(repository) });
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
