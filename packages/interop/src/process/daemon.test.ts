import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { startDaemon } from './daemon.ts';
import { freePort } from './freePort.ts';

const MODULE = new URL('./daemon.ts', import.meta.url).href;
/** Answers on the port of its first argument and prints its own process id. */
const SERVER = `
  require('node:http').createServer((_, response) => response.end(String(process.pid)))
    .listen(Number(process.argv[1]), '127.0.0.1')`;
/** Ignores the polite signal. */
const STUBBORN = `process.on('SIGTERM', () => {});${SERVER}`;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

async function start(server: string) {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const daemon = await startDaemon(
    process.execPath,
    ['-e', server, String(port)],
    { env: process.env, ready: url },
  );
  return { daemon, pid: Number(await (await fetch(url)).text()) };
}

for (const [title, server] of [
  ['a server', SERVER],
  ['a server that ignores the signal', STUBBORN],
]) {
  test(`${title} is gone once it is stopped, also when told twice`, async () => {
    const { daemon, pid } = await start(server);
    assert.ok(isAlive(pid));
    await daemon.stop();
    await daemon.stop();
    assert.ok(!isAlive(pid));
  });
}

test('one that does not start is an error with its own words', async () => {
  await assert.rejects(
    startDaemon(process.execPath, ['-e', 'throw new Error("no such disk")'], {
      env: process.env,
      ready: `http://127.0.0.1:${await freePort()}/`,
    }),
    /did not start:[^]*no such disk/,
  );
  await assert.rejects(
    startDaemon('/no/such/program', [], { env: {}, ready: async () => false }),
    /did not start:[^]*ENOENT/,
  );
});

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  test(`${signal} to the bench ends its servers`, async () => {
    const port = await freePort();
    const bench = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { startDaemon } = await import(${JSON.stringify(MODULE)});
         await startDaemon(process.execPath, ['-e', ${JSON.stringify(
           STUBBORN,
         )}, '${port}'],
           { env: process.env, ready: 'http://127.0.0.1:${port}/' });
         const answer = await fetch('http://127.0.0.1:${port}/');
         console.log(await answer.text());
         setInterval(() => {}, 1000);`,
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [chunk] = await once(bench.stdout, 'data');
    const pid = Number(String(chunk));
    assert.ok(isAlive(pid));
    bench.kill(signal);
    const [exitCode] = await once(bench, 'exit');
    assert.equal(exitCode, code);
    await untilGone(pid);
  });
}

/** A killed process stays for a moment until the system has taken it away. */
async function untilGone(pid: number): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (isAlive(pid)) {
    assert.ok(Date.now() < deadline, `${pid} is still there`);
    await new Promise(resolve => setImmediate(resolve));
  }
}
