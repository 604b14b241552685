import { join } from 'node:path';
import { run } from '../../process/run.ts';
import type { TrustFiles } from '../../trust/trustFiles.ts';
import { HOSTS, TRUSTED_SINCE } from '../../services/hosts.ts';

/** What cosign is told to use: a log and a timestamp authority, the latter only, or neither. */
export interface SigningConfigs {
  logged: string;
  /** With Rekor v1 in place of the newer one; only where that runs. */
  v1?: string;
  timed: string;
  bare: string;
}

/** Writes the signing configs that do without a log, or without both. */
export async function writeSigningConfigs(
  cosign: string,
  { signingConfig: logged, signingConfigV1: v1 }: TrustFiles,
  folder: string,
  env: NodeJS.ProcessEnv,
): Promise<SigningConfigs> {
  const service = (location: string) =>
    `url=https://${location},api-version=1,start-time=${TRUSTED_SINCE.toISOString()},operator=acme.example`;
  const authority = service(`${HOSTS.timestamp}/api/v1/timestamp`);
  const write = async (name: string, extra: string[]) => {
    const out = join(folder, name);
    await run(
      cosign,
      [
        ...['signing-config', 'create', '--out', out],
        ...['--fulcio', service(HOSTS.fulcio)],
        ...['--oidc-provider', service(HOSTS.actions), ...extra],
      ],
      { env },
    );
    return out;
  };
  return {
    ...{ logged, v1 },
    timed: await write('signing_config.timed.json', [
      ...['--tsa', authority, '--tsa-config', 'ANY'],
    ]),
    bare: await write('signing_config.bare.json', []),
  };
}
