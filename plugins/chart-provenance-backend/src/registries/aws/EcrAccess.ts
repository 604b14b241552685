import type { ECRClient } from '@aws-sdk/client-ecr';
import { OrasError } from 'chart-provenance-oras';
import { AwsAuth, EcrHost, parseEcrHost } from '../../config';
import { CredentialDeps } from '../CredentialDeps';
import { awsError } from './awsError';

const CONNECT_MS = 3_000;
const REQUEST_MS = 10_000;

/** The registry that is asked about. */
type EcrRegistry = Partial<EcrHost> & { region: string };

/**
 * The API of one ECR registry, with the identity that Backstage's AWS integration (`aws` in the app-config) has for the registry's
 * account. Asked afresh each time: what is on disk may have been rotated.
 */
export class EcrAccess {
  /** 12 digits of the registry's own account; undefined where its host does not say. */
  readonly registryId: string | undefined;
  readonly #host: string;
  readonly #wanted: EcrRegistry;
  /** The account whose identity is used. */
  readonly #accountId: string | undefined;
  readonly #deps: Pick<CredentialDeps, 'rootConfig'>;

  constructor(
    { host, auth }: { host: string; auth: AwsAuth },
    deps: Pick<CredentialDeps, 'rootConfig'>,
  ) {
    this.#host = host;
    this.#wanted = registryOf(host, auth);
    this.registryId = this.#wanted.accountId;
    this.#accountId = auth.accountId ?? this.#wanted.accountId;
    this.#deps = deps;
  }

  /** Lends a client for as long as the call lasts. @throws CredentialError for whatever AWS refuses; the call's own `OrasError`s */
  async use<T>(call: (client: ECRClient) => Promise<T>): Promise<T> {
    try {
      const client = await this.#client();
      try {
        return await call(client);
      } finally {
        client.destroy();
      }
    } catch (error) {
      if (error instanceof OrasError) {
        throw error;
      }
      throw awsError(error, { host: this.#host, accountId: this.#accountId });
    }
  }

  async #client(): Promise<ECRClient> {
    const { region, fips, dualStack } = this.#wanted;
    const credentials = await this.#identity();
    const { ECRClient } = await import('@aws-sdk/client-ecr');
    return new ECRClient({
      region,
      credentials,
      customUserAgent: 'chart-provenance',
      maxAttempts: 3,
      requestHandler: {
        connectionTimeout: CONNECT_MS,
        requestTimeout: REQUEST_MS,
        throwOnRequestTimeout: true,
      },
      // Left out where the host does not say: then the environment has its word.
      ...(fips && { useFipsEndpoint: true }),
      ...(dualStack && { useDualstackEndpoint: true }),
    });
  }

  async #identity() {
    const { DefaultAwsCredentialsManager } = await import(
      '@backstage/integration-aws-node'
    );
    const manager = DefaultAwsCredentialsManager.fromConfig(
      this.#deps.rootConfig,
    );
    const accountId = this.#accountId;
    const provider = await manager.getCredentialProvider(
      accountId === undefined ? undefined : { accountId },
    );
    return provider.sdkCredentialProvider;
  }
}

function registryOf(host: string, auth: AwsAuth): EcrRegistry {
  const known = parseEcrHost(host);
  const region = auth.region ?? known?.region;
  if (region === undefined) {
    // The configuration was checked; a token for no region cannot be asked for.
    throw new Error(`${host} has no region`);
  }
  return { ...known, region };
}
