import { join } from 'node:path';
import { run } from '../process/run.ts';
import { HOSTS, TRUSTED_SINCE } from '../services/hosts.ts';
import { RekorV1 } from '../services/rekorV1.ts';
import type { Sigstore } from '../services/sigstore.ts';

export interface TrustFiles {
  trustedRoot: string;
  signingConfig: string;
  /** Names the log of version 1 in place of the newer one; only where that runs. */
  signingConfigV1?: string;
}

/** Has cosign write the trusted root and the signing config of this Sigstore. */
export async function writeTrustFiles(
  cosign: string,
  sigstore: Sigstore,
  folder: string,
): Promise<TrustFiles> {
  const trustedRoot = join(folder, 'trusted_root.json');
  const signingConfig = join(folder, 'signing_config.json');
  const { authorities, certificateLogKey, rekorV1 } = sigstore;
  const since = `start-time=${TRUSTED_SINCE.toISOString()}`;
  const url = (host: string, path = '') => `url=https://${host}${path}`;
  const timestampUrl = url(HOSTS.timestamp, '/api/v1/timestamp');
  const env = sigstore.env();
  await run(
    cosign,
    [
      ...['trusted-root', 'create', '--out', trustedRoot],
      '--fulcio',
      `${url(HOSTS.fulcio)},certificate-chain=${authorities.fulcioChain}`,
      '--rekor',
      `${url(HOSTS.rekor)},public-key=${
        authorities.rekorPublicKey
      },${since},origin=${HOSTS.rekor}`,
      ...(rekorV1 instanceof RekorV1
        ? [
            '--rekor',
            `${url(HOSTS.rekor1)},public-key=${rekorV1.publicKey},${since}`,
          ]
        : []),
      '--ctfe',
      `${url(HOSTS.certificateLog)},public-key=${certificateLogKey},${since}`,
      '--tsa',
      `${timestampUrl},certificate-chain=${authorities.timestampChain}`,
    ],
    { env },
  );
  const service = (location: string, version: number) =>
    `${location},api-version=${version},${since},operator=acme.example`;
  const writeSigningConfig = async (out: string, rekor: string) => {
    await run(
      cosign,
      [
        ...['signing-config', 'create', '--out', out],
        ...['--fulcio', service(url(HOSTS.fulcio), 1)],
        ...['--rekor', rekor, '--rekor-config', 'ANY'],
        ...['--oidc-provider', service(url(HOSTS.actions), 1)],
        ...['--tsa', service(timestampUrl, 1), '--tsa-config', 'ANY'],
      ],
      { env },
    );
    return out;
  };
  await writeSigningConfig(signingConfig, service(url(HOSTS.rekor), 2));
  return {
    trustedRoot,
    signingConfig,
    signingConfigV1:
      rekorV1 instanceof RekorV1
        ? await writeSigningConfig(
            join(folder, 'signing_config.v1.json'),
            service(url(HOSTS.rekor1), 1),
          )
        : undefined,
  };
}
