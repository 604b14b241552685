import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ownFolder, pinnedTools } from './pins.ts';
import { wrapperModule, wrapperSource } from './wrapperModule.ts';

const STAGED = `module k8s.io/kubernetes

go 1.25.0

require (
	github.com/acme/one v1.2.3
	k8s.io/api v0.0.0
	k8s.io/klog/v2 v2.130.1
)

replace (
	github.com/acme/one => github.com/fork/one v1.2.4
	github.com/acme/two v1.0.0 => github.com/fork/two v1.0.1
	k8s.io/api => ./staging/src/k8s.io/api
	k8s.io/sample-controller => ./staging/src/k8s.io/sample-controller
)
`;

test('folders of its own become published modules, other replacements stay, what nobody requires is left out', () => {
  const text = wrapperModule(
    { name: 'kubernetes', module: 'k8s.io/kubernetes', version: 'v1.35.4' },
    STAGED,
  );
  assert.equal(
    text,
    `module chart-provenance.example/interop/kubernetes

go 1.25.0

require k8s.io/kubernetes v1.35.4

replace (
	github.com/acme/one => github.com/fork/one v1.2.4
	github.com/acme/two v1.0.0 => github.com/fork/two v1.0.1
	k8s.io/api => k8s.io/api v0.35.4
)
`,
  );
});

test('folders of its own that are required at a real version need no replacement', () => {
  const text = wrapperModule(
    { name: 'etcd', module: 'go.etcd.io/etcd/server/v3', version: 'v3.6.5' },
    'module x\n\ngo 1.24\n\nrequire (\n\tgo.etcd.io/etcd/api/v3 v3.6.5\n)\n\nreplace go.etcd.io/etcd/api/v3 => ../api\n',
  );
  assert.doesNotMatch(text, /replace/);
});

for (const [what, version, goMod] of [
  ['no version of Go', 'v1.0.0', 'module x\n'],
  ['staged modules of unknown versions', 'v2.0.0', STAGED],
]) {
  test(`${what} is refused`, () => {
    assert.throws(() =>
      wrapperModule({ name: 'x', module: 'acme.example/x', version }, goMod),
    );
  });
}

test('what is committed requires what is pinned, and needs every program that is built in it', () => {
  const wrapped = pinnedTools('full').flatMap(tool =>
    'folder' in tool && tool.package !== undefined
      ? [{ ...tool, package: tool.package }]
      : [],
  );
  assert.deepEqual(
    wrapped.map(({ name }) => name),
    ['etcd', 'kube-apiserver', 'kubectl', 'policy-tester'],
  );
  for (const tool of wrapped) {
    const read = (file: string) =>
      readFileSync(join(ownFolder(tool), file), 'utf8');
    assert.match(
      read('go.mod'),
      new RegExp(`^require \\S+ ${tool.version}$`, 'm'),
    );
    assert.ok(read('tools.go').includes(`_ "${tool.package}"`), tool.name);
    assert.ok(read('go.sum').includes(` ${tool.version} h1:`), tool.name);
  }
});

test('the Go file imports every program', () => {
  assert.equal(
    wrapperSource(['a/b', 'c/d']),
    '//go:build tools\n\n// Package tools keeps the programs that are built here among the requirements.\npackage tools\n\nimport (\n\t_ "a/b"\n\t_ "c/d"\n)\n',
  );
});
