import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HOSTILE } from './__testUtils__/hostileInputs';
import { bytesOf, SigstoreLab } from './__testUtils__/SigstoreLab';
import { SUBJECT } from './__testUtils__/verifyUnder';

interface Cost {
  name: string;
  mainMs: number;
  heldMiB: number;
}

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** In the order of the table. */
async function costs(): Promise<Cost[]> {
  const lab = await SigstoreLab.create();
  const good = await lab.sign({ subject: SUBJECT });
  await writeFile(join(folder, 'good.json'), bytesOf(good));
  await writeFile(
    join(folder, 'trusted_root.json'),
    JSON.stringify(lab.trustedRoot),
  );
  for (const [at, { reader, make }] of HOSTILE.entries()) {
    const number = String(at).padStart(3, '0');
    await writeFile(join(folder, `${number}-${reader}`), make(good));
  }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--expose-gc',
      '--max-semi-space-size=4',
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      join(__dirname, '__testUtils__/hostileCosts.ts'),
      folder,
    ],
    {
      // With it, what is freed goes back to the system at once.
      env: { PATH: process.env.PATH, MALLOC_MMAP_THRESHOLD_: '131072' },
      timeout: 240_000,
    },
  );
  return stdout
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
}

it('nothing that a publisher pushes takes 50 ms of the event loop or 64 MiB', async () => {
  const found = await costs();
  expect(found).toHaveLength(HOSTILE.length);
  const tooDear = found
    .map(({ mainMs, heldMiB }, at) => ({
      what: HOSTILE[at].what,
      mainMs,
      heldMiB,
    }))
    .filter(({ mainMs, heldMiB }) => !(mainMs < 50 && heldMiB < 64));
  expect(tooDear).toEqual([]);
}, 300_000);
