// Packs the backend as a release would, unpacks it with its declared dependencies and nothing else beside it, and has a bundle of the
// examples verified by a thread of the built package: far from the sources, from another working directory.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../scripts/lib/paths.mjs';
import { toolchain } from '../../scripts/lib/toolchain.mjs';
import { packAll } from '../install/lib/pack.mjs';
import { run } from '../install/lib/run.mjs';
import { unpack } from './lib/unpack.mjs';

const OURS = [
  'chart-provenance-oras',
  'backstage-plugin-chart-provenance-common',
  'backstage-plugin-chart-provenance-node',
  'backstage-plugin-chart-provenance-backend',
];

const tools = await toolchain();
const work = mkdtempSync(join(tmpdir(), 'chart-provenance-packed-'));
const began = Date.now();
try {
  const given = process.env.CHART_PROVENANCE_TARBALLS;
  if (!given) console.log('• Packing');
  const tarballs = given
    ? Object.fromEntries(OURS.map(name => [name, join(given, `${name}.tgz`)]))
    : await packAll({
        root: ROOT,
        tools,
        into: join(work, 'tarballs'),
        only: OURS,
      });
  await unpack({ tarballs, into: join(work, 'app'), from: ROOT });
  const elsewhere = join(work, 'elsewhere');
  mkdirSync(elsewhere);
  const script = join(work, 'app', 'verify.cjs');
  cpSync(join(ROOT, 'tests/packed/lib/verify.cjs'), script);
  const printed = await run(tools.node, [script, join(ROOT, 'examples')], {
    cwd: elsewhere,
    env: tools.env,
    timeoutMs: 60_000,
  });
  process.stdout.write(printed);
  console.log(
    `1 passed, 0 failed (${Math.round((Date.now() - began) / 1000)} s)`,
  );
} catch (error) {
  console.error(`✖ ${error.message}\n0 passed, 1 failed`);
  process.exitCode = 1;
} finally {
  if (existsSync(work)) rmSync(work, { recursive: true, force: true });
}
