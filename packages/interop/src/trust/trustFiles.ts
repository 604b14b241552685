import { join } from 'node:path';
import { run } from '../process/run.ts';
import { HOSTS, TRUSTED_SINCE } from '../services/hosts.ts';
import type { Sigstore } from '../services/sigstore.ts';

export interface TrustFiles {
  trustedRoot: string;
  signingConfig: string;
}

/** Has cosign write the trusted root and the signing config of this Sigstore. */
export async function writeTrustFiles(
  cosign: string,
  sigstore: Sigstore,
  folder: string,
): Promise<TrustFiles> {
  const trustedRoot = join(folder, 'trusted_root.json');
  const signingConfig = join(folder, 'signing_config.json');
  const { authorities, certificateLogKey } = sigstore;
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
      '--ctfe',
      `${url(HOSTS.certificateLog)},public-key=${certificateLogKey},${since}`,
      '--tsa',
      `${timestampUrl},certificate-chain=${authorities.timestampChain}`,
    ],
    { env },
  );
  const service = (location: string, version: number) =>
    `${location},api-version=${version},${since},operator=acme.example`;
  await run(
    cosign,
    [
      ...['signing-config', 'create', '--out', signingConfig],
      ...['--fulcio', service(url(HOSTS.fulcio), 1)],
      ...['--rekor', service(url(HOSTS.rekor), 2), '--rekor-config', 'ANY'],
      ...['--oidc-provider', service(url(HOSTS.actions), 1)],
      ...['--tsa', service(timestampUrl, 1), '--tsa-config', 'ANY'],
    ],
    { env },
  );
  return { trustedRoot, signingConfig };
}
