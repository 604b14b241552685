import { LoggerService } from '@backstage/backend-plugin-api';
import { Config } from '@backstage/config';
import { RegistryCredentialProvider } from 'backstage-plugin-chart-provenance-node';
import {
  createEgressTransport,
  EgressOptions,
  EgressTransport,
} from 'chart-provenance-oras';

/** What credential sources take from outside; every test puts its own there. */
export interface CredentialDeps {
  /** The kinds that modules added, by type. */
  providers: ReadonlyMap<string, RegistryCredentialProvider>;
  /** The whole app-config, for `integrations` and `aws`. */
  rootConfig: Config;
  env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since the epoch. */
  now: () => number;
  /** The one way out for requests that a source makes itself. Close what it gives after use. */
  openEgress: (options: EgressOptions) => EgressTransport;
  /** Told what an issuer said of a refusal. Default: nobody is. */
  logger?: Pick<LoggerService, 'warn'>;
}

/** The real things, but for what the plugin is given. */
export function realCredentialDeps(
  given: Pick<CredentialDeps, 'providers' | 'rootConfig' | 'logger'>,
): CredentialDeps {
  return {
    env: process.env,
    now: () => Date.now(),
    openEgress: createEgressTransport,
    ...given,
  };
}
