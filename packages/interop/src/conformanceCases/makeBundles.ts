import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { releaseWorkflow } from '../company/signers.ts';
import { HOSTS } from '../services/hosts.ts';
import { Sigstore } from '../services/sigstore.ts';
import { installed, type Toolbox } from '../tools/toolbox.ts';
import { writeTrustFiles, type TrustFiles } from '../trust/trustFiles.ts';
import { Blobs, WORKFLOW } from './Blobs.ts';
import type { TrustedRootJson } from './BundleJson.ts';
import type { MadeBundles } from './MadeBundles.ts';

/** Has cosign sign in every way that the cases stand on, and starts a second Sigstore for the trust of strangers. */
export async function makeBundles(
  tools: Toolbox,
  folder: string,
  text: string,
): Promise<MadeBundles> {
  const otherRoot = await withSigstore(
    tools,
    join(folder, 'other'),
    false,
    async (_, trust) => rootIn(trust),
  );
  return withSigstore(
    tools,
    join(folder, 'own'),
    true,
    async (sigstore, trust) => {
      const blobs = new Blobs({
        program: installed(tools, 'cosign'),
        sigstore,
        trustedRoot: trust.trustedRoot,
        folder: join(folder, 'own'),
      });
      return { ...(await signAll(blobs, trust, text)), otherRoot };
    },
  );
}

async function signAll(
  blobs: Blobs,
  trust: TrustFiles,
  text: string,
): Promise<Omit<MadeBundles, 'otherRoot'>> {
  const { signingConfig: config, signingConfigV1: v1 } = trust;
  if (v1 === undefined) {
    throw new Error('the cases need a log of version 1');
  }
  const own = await blobs.generateKeyPair('release');
  const other = await blobs.generateKeyPair('stranger');
  const pem = (prefix: string) => readFileSync(`${prefix}.pub`, 'utf8');
  const stranger = releaseWorkflow('acme/ledger', '1.0.0');
  return {
    message: await blobs.sign(text, { config }),
    otherText: await blobs.sign('Another text.\n', { config }),
    otherSigner: await blobs.sign(text, { config, workflow: stranger }),
    promised: await blobs.sign(text, { config: v1 }),
    promisedAgain: await blobs.sign(text, { config: v1 }),
    statement: await blobs.attest(text, { config }),
    promisedStatement: await blobs.attest(text, { config: v1 }),
    keyed: await blobs.sign(text, { config: v1, key: own }),
    trustedRoot: rootIn(trust),
    keys: { own: pem(own), other: pem(other) },
    identity: `https://github.com/${WORKFLOW.jobWorkflow}`,
    issuer: `https://${HOSTS.actions}`,
  };
}

function rootIn({ trustedRoot }: TrustFiles): TrustedRootJson {
  return JSON.parse(readFileSync(trustedRoot, 'utf8'));
}

async function withSigstore<T>(
  tools: Toolbox,
  folder: string,
  withRekorV1: boolean,
  use: (sigstore: Sigstore, trust: TrustFiles) => Promise<T>,
): Promise<T> {
  mkdirSync(folder, { recursive: true });
  const sigstore = await Sigstore.start({ tools, folder, withRekorV1 });
  try {
    await sigstore.setClock(new Date());
    const cosign = installed(tools, 'cosign');
    return await use(sigstore, await writeTrustFiles(cosign, sigstore, folder));
  } finally {
    await sigstore.stop();
  }
}
