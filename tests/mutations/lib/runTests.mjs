import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { CONFORMANCE, readConformance } from './conformance.mjs';
import { readJestReport } from './readJestReport.mjs';

/** A slow machine is no failure. */
const TEST_LIMIT_MS = 60_000;

/** For each file, long enough for the slowest on a busy machine; a mutation may make a test hang. */
const LIMIT_MS = 240_000;

/**
 * Runs test files in a copy of the tree.
 *
 * @param tests - paths from the root, or `conformance` for our own cases.
 * @returns for each whether it `passed`, `failed` by an assertion, or could not be run (`broken`), and the first words why.
 */
export async function runTests(folder, tests) {
  const results = new Map();
  const packages = Map.groupBy(
    tests.filter(test => test !== CONFORMANCE),
    test => test.split('/').slice(0, 2).join('/'),
  );
  for (const [home, files] of packages) {
    const report = await runJest(folder, home, files);
    for (const file of files) {
      results.set(file, readJestReport(report, join(folder, file)));
    }
  }
  if (tests.includes(CONFORMANCE)) {
    results.set(CONFORMANCE, await runConformance(folder));
  }
  return results;
}

async function runJest(folder, home, files) {
  const out = join(folder, 'jest-report.json');
  rmSync(out, { force: true });
  const args = [
    join(folder, 'node_modules/@backstage/cli/bin/backstage-cli'),
    ...[
      'package',
      'test',
      '--watchAll=false',
      '--maxWorkers=1',
      `--testTimeout=${TEST_LIMIT_MS}`,
    ],
    ...['--json', `--outputFile=${out}`],
    ...['--runTestsByPath', ...files.map(file => join(folder, file))],
  ];
  const limitMs = files.length * LIMIT_MS;
  const { output } = await run(join(folder, home), args, limitMs);
  return existsSync(out)
    ? JSON.parse(readFileSync(out, 'utf8'))
    : { testResults: [], output };
}

async function runConformance(folder) {
  return readConformance(
    await run(folder, [
      ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
      'packages/interop/src/sigstoreConformance.ts',
      join(folder, 'tests/conformance/cases'),
    ]),
  );
}

function run(cwd, args, limitMs = LIMIT_MS) {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, CI: 'true', TZ: 'UTC', FORCE_COLOR: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limitMs,
    killSignal: 'SIGKILL',
  });
  let output = '';
  const take = chunk => {
    output += chunk;
  };
  child.stdout.setEncoding('utf8').on('data', take);
  child.stderr.setEncoding('utf8').on('data', take);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', code => resolve({ code, output }));
  });
}
