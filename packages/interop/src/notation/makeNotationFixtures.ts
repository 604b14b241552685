import { randomUUID, X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { KeySource } from '../pki/keySource.ts';
import type { Daemon } from '../process/daemon.ts';
import { freePort } from '../process/freePort.ts';
import { Registry } from '../registry/registryHandler.ts';
import { createAuthorities } from '../services/authorities.ts';
import { startTimestampAuthority } from '../services/timestampAuthority.ts';
import { installed, type Toolbox } from '../tools/toolbox.ts';
import { altered } from './altered.ts';
import type { Case } from './Case.ts';
import type { Target } from './envelopes.ts';
import { forged } from './forged.ts';
import { publish, type Ground } from './Ground.ts';
import { badHolders, goodHolders, storesOf } from './holders.ts';
import { NotationCli } from './NotationCli.ts';
import { describeRecord, recordCase, type CaseRecord } from './recordCase.ts';
import { signedByNotation } from './signedByNotation.ts';

export interface NotationOptions {
  tools: Toolbox;
  /** For keys and the homes of the tools. */
  folder: string;
  /** Everything in it is replaced. */
  output: string;
  say: (line: string) => void;
}

/**
 * Makes signatures of every kind, good and bad, asks Notation about each, and writes the fixtures of the backend's tests.
 *
 * @throws when Notation and we differ where no reason is written down; the files are written all the same, to be looked at.
 */
export async function makeNotationFixtures({
  tools,
  folder,
  output,
  say,
}: NotationOptions): Promise<void> {
  const registry = await serveRegistry();
  const authority = await startTimestamps(tools, folder);
  try {
    const ground = makeGround(tools, folder, registry, authority);
    const target = publish(ground, 'target');
    const genuine = await signedByNotation(ground);
    const cases = [...genuine, ...altered(genuine), ...forged(ground, target)];
    const records: CaseRecord[] = [];
    for (const each of cases) {
      const record = await recordCase(ground, each);
      records.push(record);
      say(describeRecord(record));
    }
    writeFixtures(output, storesOf(ground.holders), cases, records, target);
    if (records.some(({ agrees }) => !agrees)) {
      throw new Error(
        'Notation and we differ where no reason is written down.',
      );
    }
  } finally {
    await authority.daemon.stop();
    registry.stop();
  }
}

type Served = { registry: Registry; host: string; stop(): void };
type Timestamps = { daemon: Daemon; url: string; root: string };

function makeGround(
  tools: Toolbox,
  folder: string,
  { registry, host }: Served,
  { url, root }: Timestamps,
): Ground {
  const notation = new NotationCli(installed(tools, 'notation'), folder);
  const good = goodHolders();
  notation.addKeys(good);
  const byName = new Map(good.map(each => [each.name, each]));
  const holders = new Map([
    ...byName,
    ...badHolders(byName).map(each => [each.name, each] as const),
  ]);
  for (const [name, pem] of Object.entries(storesOf(holders))) {
    // With an authority for timestamps Notation asks for one in every signature.
    const timed =
      name === 'acme-timed' ? readFileSync(root, 'utf8') : undefined;
    notation.addStore(name, pem, timed);
  }
  return { notation, registry, host, holders, timestamps: { url, root } };
}

async function startTimestamps(
  tools: Toolbox,
  folder: string,
): Promise<Timestamps> {
  const authorities = createAuthorities(folder, new KeySource(randomUUID()));
  const chain = readFileSync(authorities.timestampChain, 'utf8');
  const root = join(folder, 'timestamp-root.pem');
  const last = chain.slice(chain.lastIndexOf('-----BEGIN'));
  writeFileSync(root, new X509Certificate(last).toString());
  const port = await freePort();
  const daemon = await startTimestampAuthority(
    installed(tools, 'timestamp-server'),
    ...([port, authorities] as const),
    { PATH: process.env.PATH, HOME: folder },
  );
  return { daemon, root, url: `http://127.0.0.1:${port}/api/v1/timestamp` };
}

function writeFixtures(
  output: string,
  stores: Record<string, string>,
  cases: readonly Case[],
  records: readonly CaseRecord[],
  { digest }: Target,
): void {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  for (const [name, pem] of Object.entries(stores)) {
    writeFileSync(join(output, `${name}.pem`), pem);
  }
  for (const { name, envelope } of cases) {
    writeFileSync(join(output, `${name}.sig`), envelope);
  }
  const written = records.map(({ agrees: _, ...record }) => record);
  writeFileSync(
    join(output, 'expected.json'),
    `${JSON.stringify(
      { at: new Date().toISOString(), subject: digest, cases: written },
      null,
      2,
    )}\n`,
  );
}

async function serveRegistry(): Promise<Served> {
  const registry = new Registry();
  const server = createServer(registry.handle);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    registry,
    host: `127.0.0.1:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
