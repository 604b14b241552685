import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Registry } from '../registry/registryHandler.ts';
import { installed, type Toolbox } from '../tools/toolbox.ts';
import type { Case } from './Case.ts';
import { CHART, makeGround, type Ground } from './Ground.ts';
import { otherArmor } from './otherArmor.ts';
import { otherTexts } from './otherTexts.ts';
import { plainTextOf } from './plainTextOf.ts';
import { describeRecord, recordCase, type CaseRecord } from './recordCase.ts';
import { writeSampleChart } from './sampleChart.ts';
import { signedByGpg } from './signedByGpg.ts';
import { signedByHelm } from './signedByHelm.ts';

export interface ProvenanceOptions {
  tools: Toolbox;
  /** For the charts and GnuPG's home. */
  folder: string;
  /** Everything in it is replaced. */
  output: string;
  say: (line: string) => void;
}

/**
 * Makes provenance files of every kind, asks both versions of Helm about each, and writes the fixtures of the backend's tests.
 *
 * @throws when Helm and we differ where no reason is written down; the files are written all the same, to be looked at.
 */
export async function makeProvenanceFixtures({
  tools,
  folder,
  output,
  say,
}: ProvenanceOptions): Promise<void> {
  const registry = await serveRegistry();
  const ground = await makeGround(
    { helm4: installed(tools, 'helm'), helm3: installed(tools, 'helm3') },
    folder,
  );
  try {
    const cases = await makeCases(ground, writeSampleChart(folder), say);
    const records: CaseRecord[] = [];
    for (const each of cases) {
      const record = await recordCase(ground, each, registry.host);
      records.push(record);
      say(describeRecord(record));
    }
    writeFixtures(ground, cases, records, output);
    if (records.some(({ agrees }) => !agrees)) {
      throw new Error('Helm and we differ where no reason is written down.');
    }
  } finally {
    registry.stop();
    await ground.gpg.close();
  }
}

async function makeCases(
  ground: Ground,
  source: string,
  say: (line: string) => void,
): Promise<Case[]> {
  const byHelm = await signedByHelm(ground, source, say);
  const genuine = byHelm.find(({ name }) => name === 'helm4-rsa3072');
  if (!genuine) {
    throw new Error('Helm 4 could not sign with an RSA key.');
  }
  const text = plainTextOf(genuine.prov);
  return [
    ...byHelm,
    ...(await signedByGpg(ground, genuine, text)),
    ...(await otherTexts(ground, genuine, text)),
    ...otherArmor(genuine),
  ];
}

function writeFixtures(
  { rings }: Ground,
  cases: readonly Case[],
  records: readonly CaseRecord[],
  output: string,
): void {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  for (const [name, armored] of Object.entries(rings)) {
    writeFileSync(join(output, `${name}.asc`), armored);
  }
  for (const { name, prov } of cases) {
    writeFileSync(join(output, `${name}.prov`), prov);
  }
  const written = records.map(({ agrees: _, ...record }) => record);
  writeFileSync(
    join(output, 'cases.json'),
    `${JSON.stringify(
      { at: new Date().toISOString(), chart: CHART.name, cases: written },
      null,
      2,
    )}\n`,
  );
}

async function serveRegistry(): Promise<{ host: string; stop(): void }> {
  const server = createServer(new Registry().handle);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
