import { RegistryCredentialProvider } from 'backstage-plugin-chart-provenance-node';
import { RegistryAuth } from '../config';
import { CredentialError } from './CredentialError';
import { CredentialSource } from './CredentialSource';
import { untilTimeout } from './untilTimeout';

const TIMEOUT_MS = 30_000;

/** Asks the module that added the kind. */
export function providerSource(
  auth: Extract<RegistryAuth, { type: 'provider' }>,
  providers: ReadonlyMap<string, RegistryCredentialProvider>,
): CredentialSource {
  return {
    async credentials({ host, repository, signal }) {
      const { provider: type, options } = auth;
      const provider = providers.get(type);
      const timeout = AbortSignal.timeout(TIMEOUT_MS);
      const patience = signal ? AbortSignal.any([signal, timeout]) : timeout;
      try {
        const credential = await untilTimeout(
          Promise.resolve(
            provider?.credentials({ host, repository, options, signal }),
          ),
          patience,
          host,
        );
        return { credential: credential ?? { type: 'none' } };
      } catch (error) {
        if (error instanceof CredentialError) {
          throw error;
        }
        throw new CredentialError({
          failure: 'refused',
          host,
          // The module's word that its message holds no secret is in the extension point's contract.
          missing: `the module for ${type} gave no credentials (${
            error instanceof Error ? error.message : typeof error
          })`,
          grant: 'Whoever installed that module knows what it needs.',
          cause: error,
        });
      }
    },
  };
}
