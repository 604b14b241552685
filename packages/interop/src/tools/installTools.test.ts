import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { NO_GO } from './go.ts';
import { installTools } from './installTools.ts';
import { pinnedTools } from './pins.ts';
import { installed, notRunnable } from './toolbox.ts';

/** Answers like Go and "builds" every program but helm, which its proxy refuses. */
const GO = `#!/bin/sh
here=$(dirname "$0")
echo "$*" >> "$here/calls"
case "$1 $*" in
  env*) echo "$here/goroot" ;;
  *helm*)
    echo 'go: downloading helm.sh/helm/v4 v4.2.4' >&2
    echo 'go: helm.sh/helm/v4@v4.2.4: 403 Forbidden' >&2
    exit 1 ;;
  *rekor-tiles*) echo built > "$GOBIN/posix" ;;
  *) last=\${*##*/}; echo built > "$GOBIN/\${last%@*}" ;;
esac
`;

const say = () => {};
const before = { ...process.env };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chart-provenance-tools-'));
  process.env.CHART_PROVENANCE_TOOLS = join(folder, 'cache');
  process.env.PATH = '/usr/bin:/bin';
});

afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

function putGo(): void {
  const path = join(folder, 'go');
  writeFileSync(path, GO);
  chmodSync(path, 0o755);
  process.env.PATH = `${folder}:/usr/bin:/bin`;
  const put = (file: string, text: string) => {
    mkdirSync(join(folder, 'goroot', 'src', file, '..'), { recursive: true });
    writeFileSync(join(folder, 'goroot', 'src', file), text);
  };
  put(
    'time/time.go',
    'func Now() Time {\n\tsec, nsec, mono := runtimeNow()\n}\n',
  );
  put('crypto/internal/sysrand/rand.go', 'func Read(b []byte) {\n}\n');
  put(
    'net/dial.go',
    'func Listen(network, address string) (Listener, error) {\n}\n',
  );
}

const goCalls = () =>
  readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n');

test('a build that fails carries the words of Go, and the rest is built', async () => {
  putGo();
  const lines: string[] = [];
  const tools = await installTools('fixtures', line => lines.push(line));
  assert.equal(
    tools.get('helm')?.reason,
    'go: helm.sh/helm/v4@v4.2.4: 403 Forbidden',
  );
  assert.throws(() => installed(tools, 'helm'), /helm is not runnable: .*403/);
  assert.match(notRunnable(tools, 'oras', 'helm') ?? '', /^helm: .*403/);
  for (const name of ['oras', 'cosign', 'fulcio', 'rekor-server']) {
    assert.ok(existsSync(installed(tools, name)), name);
    assert.equal(notRunnable(tools, name), undefined);
  }
  assert.equal(lines.length, 2 * pinnedTools('fixtures').length);
  assert.match(lines.join('\n'), /^helm v4\.2\.4: go: .* 403 Forbidden, 0 s$/m);
});

test('what is in the cache is not built again; what failed is tried again', async () => {
  putGo();
  await installTools('fixtures', say);
  rmSync(join(folder, 'calls'));
  const tools = await installTools('fixtures', say);
  assert.equal(tools.get('cosign')?.path !== undefined, true);
  const builds = goCalls().filter(call => call.startsWith('install'));
  assert.deepEqual(
    builds.map(call => call.split(' ').at(-1)),
    ['helm.sh/helm/v4/cmd/helm@v4.2.4'],
  );
});

test('all tools are built with one overlay and the same flags', async () => {
  putGo();
  await installTools('fixtures', say);
  const flags = goCalls()
    .filter(call => call.startsWith('install'))
    .map(call => call.split(' ').slice(0, -1).join(' '));
  assert.equal(new Set(flags).size, 1);
  assert.match(flags[0], /-overlay \S+overlay\.json$/);
});

test('a Go whose source is another one builds nothing and says so', async () => {
  putGo();
  writeFileSync(join(folder, 'goroot', 'src', 'net', 'dial.go'), 'package net');
  const tools = await installTools('fixtures', say);
  for (const { path, reason } of tools.values()) {
    assert.equal(path, undefined);
    assert.match(reason ?? '', /net\/dial\.go of this Go is not what/);
  }
});

test('without Go every tool that is not there says so', async () => {
  const tools = await installTools('full', say);
  assert.ok(tools.size >= 15);
  for (const { reason } of tools.values()) {
    assert.equal(reason, NO_GO);
  }
});

test('a program given from outside is used, and one that is not there is named', async () => {
  const given = join(folder, 'my-zot');
  writeFileSync(given, '');
  chmodSync(given, 0o755);
  process.env.CHART_PROVENANCE_TOOL_ZOT = given;
  process.env.CHART_PROVENANCE_TOOL_TIMESTAMP_SERVER = join(folder, 'nowhere');
  const tools = await installTools('core', say);
  assert.equal(installed(tools, 'zot'), given);
  assert.match(
    tools.get('timestamp-server')?.reason ?? '',
    /^CHART_PROVENANCE_TOOL_TIMESTAMP_SERVER names no program: /,
  );
});

test('each set holds the ones before it', () => {
  const names = (set: 'fixtures' | 'core' | 'full') =>
    pinnedTools(set).map(({ name }) => name);
  assert.ok(names('core').includes('cosign2'));
  assert.ok(!names('fixtures').includes('cosign2'));
  assert.deepEqual(
    names('core').filter(name => !names('full').includes(name)),
    [],
  );
});
