import {
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Helm } from './charts/helm.ts';
import { createRepeatableHelmSigner } from './charts/repeatableHelmSigner.ts';
import { Publisher, type Published } from './company/publisher.ts';
import { RELEASES } from './company/releases.ts';
import { applyExtraTags, tagMoveRecords } from './company/tagMoves.ts';
import { Cosign } from './evidence/cosign.ts';
import { confirmReadByOras } from './layout/readByOras.ts';
import { writeLayout } from './layout/writeLayout.ts';
import { Registry } from './registry/registryHandler.ts';
import { Sigstore } from './services/sigstore.ts';
import { installed, type Toolbox } from './tools/toolbox.ts';
import { writeTrustFiles } from './trust/trustFiles.ts';
import { expectedRecords } from './verify/expectedRecords.ts';

const KEYS = ['ledger', 'contractor'];

/**
 * All keys of the examples come from this, so that a second run changes nothing.
 * They are no secrets: a production start refuses them by their fingerprints.
 */
const SEED = 'the example company of Chart Provenance';

export interface FixtureOptions {
  tools: Toolbox;
  /** Chart sources. */
  charts: string;
  /** Gets `registry/`, `trust/` and `expected.json`. */
  output: string;
  /** For keys and logs; whoever made it removes it. */
  folder: string;
  say: (line: string) => void;
}

/** Starts the services, plays the company's releases in order, writes what they left. */
export async function makeFixtures(options: FixtureOptions): Promise<void> {
  const { tools, folder } = options;
  const registry = new Registry();
  const sigstore = await Sigstore.start({
    tools,
    folder,
    registry: registry.handle,
    seed: SEED,
  });
  try {
    await play(options, registry, sigstore);
  } finally {
    await sigstore.stop();
  }
}

async function play(
  { tools, charts, output, folder, say }: FixtureOptions,
  registry: Registry,
  sigstore: Sigstore,
): Promise<void> {
  const program = (name: string) => installed(tools, name);
  const trust = await writeTrustFiles(program('cosign'), sigstore, folder);
  const cosign = new Cosign({
    ...{ program: program('cosign'), sigstore, trust, folder },
  });
  const helm = new Helm({
    program: program('helm'),
    folder: join(folder, 'charts'),
    env: () => sigstore.env(),
  });
  const helmSigner = await createRepeatableHelmSigner(
    program('pgp-key'),
    { name: 'Acme Edge team', email: 'edge@acme.example' },
    { folder, env: sigstore.env() },
  );
  const trustFolder = join(output, 'trust');
  mkdirSync(join(trustFolder, 'keys'), { recursive: true });
  writeJson(
    join(trustFolder, 'trusted_root.json'),
    JSON.parse(readFileSync(trust.trustedRoot, 'utf8')),
  );
  for (const name of KEYS) {
    const publicKey = await cosign.generateKeyPair(name);
    cpSync(publicKey, join(trustFolder, 'keys', `${name}.pub`));
  }
  writeFileSync(join(trustFolder, 'keys', 'edge.asc'), helmSigner.publicKey);

  const publisher = new Publisher({
    ...{ sigstore, registry, helm, cosign, helmSigner, charts },
  });
  const published: Published[] = [];
  const inOrder = [...RELEASES].sort((a, b) => (a.at < b.at ? -1 : 1));
  for (const release of inOrder) {
    say(`${release.at} ${release.chart} ${release.version}`);
    published.push(await publisher.publish(release));
  }
  applyExtraTags(published, registry);

  for (const [name, repository] of registry.repositories) {
    const layout = join(output, 'registry', name);
    rmSync(layout, { recursive: true, force: true });
    writeLayout(repository, layout);
    await confirmReadByOras(program('oras'), layout, repository);
  }
  writeJson(join(output, 'registry', 'moves.json'), {
    moves: tagMoveRecords(published, registry),
  });
  say('asking cosign about each of them');
  writeJson(join(output, 'expected.json'), {
    records: await expectedRecords(published, registry, {
      program: program('cosign'),
      env: sigstore.env(),
      trust: trustFolder,
    }),
  });
}

export function writeJson(path: string, value: unknown): void {
  writeFileSync(path, `${JSON.stringify(value, undefined, 2)}\n`);
}
