import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { devRegistryWithTokens } from '../../../registries/devRegistry.ts';
import type { RunningRegistry } from '../../../registries/registry.ts';
import { Sigstore } from '../../../services/sigstore.ts';
import { installed, type Toolbox } from '../../../tools/toolbox.ts';
import { writeTrustFiles, type TrustFiles } from '../../../trust/trustFiles.ts';
import { layOutPrograms, type Versions } from './programs.ts';
import { openTokenEndpoint, type TokenEndpoint } from './tokenEndpoint.ts';

/** What all releases are played on. */
export interface CiGround {
  tools: Toolbox;
  folder: string;
  /** Asks for a user and a password. */
  registry: RunningRegistry;
  sigstore: Sigstore;
  trust: TrustFiles;
  /** The `trusted_root.json`, as text. */
  trustedRoot: string;
  tokens: TokenEndpoint;
  /** A machine of its own: a home with no log-in in it, and these programs. */
  machine(versions: Versions): NodeJS.ProcessEnv;
  /** A name that was not used before. */
  fresh(name: string): string;
  stop(): Promise<void>;
}

/** Starts a registry, the signing services and the place where tokens come from. */
export async function startCiGround(
  tools: Toolbox,
  folder: string,
): Promise<CiGround> {
  const registry = await devRegistryWithTokens.start(tools, folder);
  const sigstore = await Sigstore.start({ tools, folder });
  const tokens = await openTokenEndpoint();
  const stop = async () => {
    await Promise.all([tokens.close(), sigstore.stop(), registry.stop()]);
  };
  try {
    await sigstore.setClock(new Date());
    const trust = await writeTrustFiles(
      installed(tools, 'cosign'),
      sigstore,
      folder,
    );
    let count = 0;
    const fresh = (name: string) => {
      count += 1;
      return `${name}-${count}`;
    };
    return {
      ...{ tools, folder, registry, sigstore, trust, tokens, fresh, stop },
      trustedRoot: readFileSync(trust.trustedRoot, 'utf8'),
      machine: versions => {
        const home = join(folder, fresh('home'));
        mkdirSync(home);
        const bin = layOutPrograms(home, versions, { tools, sigstore, trust });
        const env = sigstore.env();
        return {
          ...env,
          // cosign 2 has no flag for the certificate log.
          SIGSTORE_CT_LOG_PUBLIC_KEY_FILE: sigstore.certificateLogKey,
          HOME: home,
          PATH: `${bin}:${env.PATH}`,
        };
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
