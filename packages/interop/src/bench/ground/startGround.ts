import { Sigstore } from '../../services/sigstore.ts';
import { installed, type Toolbox } from '../../tools/toolbox.ts';
import { writeTrustFiles } from '../../trust/trustFiles.ts';
import type { RegistryId } from '../cells/types.ts';
import type { Ground } from './Ground.ts';
import { createKeys } from './keys.ts';
import { createNotationKeys } from './notationKeys.ts';
import { createPgpKeys, noGnuPg } from './pgpKeys.ts';
import { startRegistries, writeDockerConfig } from './registries.ts';
import { writeSigningConfigs } from './trust.ts';

/** Starts registries and the signing services, and makes all keys. */
export async function startGround(
  tools: Toolbox,
  wanted: Iterable<RegistryId>,
  folder: string,
  options: { rekorV1: boolean },
): Promise<Ground> {
  const cosign = installed(tools, 'cosign');
  const registries = await startRegistries(wanted, tools, folder);
  writeDockerConfig(registries.values(), folder);
  const sigstore = await Sigstore.start({
    tools,
    folder,
    withRekorV1: options.rekorV1,
  });
  const stop = async () => {
    await sigstore.stop();
    for (const registry of registries.values()) {
      if ('host' in registry) {
        await registry.stop();
      }
    }
  };
  try {
    await sigstore.setClock(new Date());
    const trust = await writeTrustFiles(cosign, sigstore, folder);
    const env = sigstore.env();
    await createKeys(cosign, folder, env);
    const noGpg = await noGnuPg();
    return {
      ...{ tools, folder, sigstore, trust, registries, stop },
      signing: await writeSigningConfigs(
        ...([cosign, trust, folder, env] as const),
      ),
      notation: createNotationKeys(folder),
      pgp: noGpg ? { notRunnable: noGpg } : await createPgpKeys(folder),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
