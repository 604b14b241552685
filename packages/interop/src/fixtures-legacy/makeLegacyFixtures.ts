import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Helm } from '../charts/helm.ts';
import { Registry } from '../registry/registryHandler.ts';
import { HOSTS } from '../services/hosts.ts';
import { Sigstore } from '../services/sigstore.ts';
import { installed, type Toolbox } from '../tools/toolbox.ts';
import { writeTrustFiles } from '../trust/trustFiles.ts';
import { createKeys, KEYS } from './keys.ts';
import { LegacyCosign } from './LegacyCosign.ts';
import { snapshotOf, type Snapshot } from './snapshot.ts';

/** What cosign 2 left behind, and what it is to be verified under. */
export interface LegacyFixtures {
  /** PEM by name. */
  keys: Record<string, string>;
  trustedRoot: unknown;
  repositories: Record<string, Snapshot>;
}

/** Publishes a few small charts and signs them in every way that cosign 2 knows. */
export async function makeLegacyFixtures(
  tools: Toolbox,
  folder: string,
): Promise<LegacyFixtures> {
  const registry = new Registry();
  const sigstore = await Sigstore.start({
    ...{ tools, folder, withRekorV1: true },
    registry: registry.handle,
  });
  try {
    await sigstore.setClock(new Date());
    const trust = await writeTrustFiles(
      installed(tools, 'cosign'),
      sigstore,
      folder,
    );
    const cosign = new LegacyCosign({
      program: installed(tools, 'cosign2'),
      ...{ sigstore, folder, trustedRoot: trust.trustedRoot },
    });
    await createKeys(cosign, folder);
    const helm = new Helm({
      program: installed(tools, 'helm'),
      folder: join(folder, 'packages'),
      env: () => sigstore.env(),
    });
    await sign(cosign, name => publish(helm, folder, name));
    return {
      keys: Object.fromEntries(
        KEYS.map(key => [
          key,
          readFileSync(join(folder, `${key}.pub`), 'utf8'),
        ]),
      ),
      trustedRoot: JSON.parse(readFileSync(trust.trustedRoot, 'utf8')),
      repositories: Object.fromEntries(
        [...registry.repositories].map(([name, repository]) => [
          name,
          snapshotOf(repository),
        ]),
      ),
    };
  } finally {
    await sigstore.stop();
  }
}

type Publish = (name: string) => Promise<string>;

async function sign(cosign: LegacyCosign, publish: Publish): Promise<void> {
  const keyed = await publish('keyed');
  for (const key of KEYS) {
    await cosign.sign(keyed, { key });
  }
  await cosign.attest(keyed, { key: 'p256' }, 'spdxjson');
  await cosign.attest(keyed, { key: 'ed25519' }, 'slsaprovenance1');
  await cosign.attachSbom(keyed);

  const timed = await publish('timed');
  await cosign.sign(timed, { timed: true });
  await cosign.sign(timed, { key: 'p256', timed: true });
  await cosign.attest(timed, { timed: true }, 'spdxjson');

  const logged = await publish('logged');
  await cosign.sign(logged, { logged: true });
  await cosign.sign(logged, { key: 'p256', logged: true });
  // Not by the Ed25519 key: cosign 2.6 sends the log a hash that it does not take for such a key.
  await cosign.attest(logged, { logged: true }, 'slsaprovenance1');
  await cosign.attest(logged, { logged: 'intoto' }, 'spdxjson');

  const referring = await publish('referring');
  await cosign.sign(referring, { key: 'p256', oci11: true });
  await cosign.sign(referring, { key: 'other', oci11: true });
  await cosign.attachSbom(referring, { oci11: true });

  const bundled = await publish('bundled');
  await cosign.sign(bundled, { key: 'ed25519', bundle: true });
  await cosign.attest(bundled, { key: 'ed25519', bundle: true }, 'spdxjson');
}

async function publish(
  helm: Helm,
  folder: string,
  name: string,
): Promise<string> {
  const source = join(folder, 'sources', name);
  mkdirSync(source, { recursive: true });
  mkdirSync(join(folder, 'packages'), { recursive: true });
  writeFileSync(
    join(source, 'Chart.yaml'),
    `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`,
  );
  const archive = await helm.package({
    ...{ source, version: '1.0.0', at: new Date('2026-11-01T00:00:00Z') },
  });
  const digest = await helm.push(archive, `oci://${HOSTS.registry}/acme`);
  return `${HOSTS.registry}/acme/${name}@${digest}`;
}
