import {
  ChartProvenanceCredentialsExtensionPoint,
  RegistryCredentialProvider,
} from 'backstage-plugin-chart-provenance-node';

import { isBuiltInAuth } from '../config';

/** The auth kinds that modules added. */
export class CredentialProviders
  implements ChartProvenanceCredentialsExtensionPoint
{
  readonly #providers = new Map<string, RegistryCredentialProvider>();

  addCredentialProvider(provider: RegistryCredentialProvider): void {
    const { type } = provider;
    if (isBuiltInAuth(type) || this.#providers.has(type)) {
      throw new Error(`The registry auth type '${type}' is taken`);
    }
    this.#providers.set(type, provider);
  }

  get byType(): ReadonlyMap<string, RegistryCredentialProvider> {
    return this.#providers;
  }
}
