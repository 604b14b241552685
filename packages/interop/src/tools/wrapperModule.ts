/** A module whose programs are built from one of ours. */
export interface Wrapped {
  /** Of our module; also its folder. */
  name: string;
  /** The module that has the programs. */
  module: string;
  version: string;
}

const LOCAL_REPLACE = /^\s*(?:replace\s+)?(\S+) => \.\.?\/\S*$/gm;
const OTHER_REPLACE =
  /^\s*(?:replace\s+)?(\S+(?: v\S+)?) => ([^.\s]\S* v\S+)$/gm;

/**
 * Text of a `go.mod` that requires a module and repeats what that module replaces, because Go heeds only the replacements of the
 * module it builds in. Modules that it keeps in folders of its own and requires at no real version (Kubernetes' `staging`) are
 * published at `v0.x.y` for its `v1.x.y`.
 *
 * @param goMod - text of the module's own `go.mod`.
 * @throws where it has no Go version, or such folders and is not at `v1`.
 */
export function wrapperModule(
  { name, module, version }: Wrapped,
  goMod: string,
): string {
  const go = /^go (\S+)$/m.exec(goMod)?.[1];
  if (go === undefined) {
    throw new Error(`the go.mod of ${module} names no version of Go`);
  }
  const staged = [...goMod.matchAll(LOCAL_REPLACE)]
    .filter(([, path]) => goMod.includes(`\t${path} v0.0.0\n`))
    .map(([, path]) => `${path} => ${path} ${stagedVersion(module, version)}`);
  const others = [...goMod.matchAll(OTHER_REPLACE)].map(
    ([, from, to]) => `${from} => ${to}`,
  );
  const replaced = [...staged, ...others].sort();
  return [
    ...[`module chart-provenance.example/interop/${name}`, ''],
    ...[`go ${go}`, '', `require ${module} ${version}`],
    ...(replaced.length > 0
      ? ['', 'replace (', ...replaced.map(line => `\t${line}`), ')']
      : []),
    '',
  ].join('\n');
}

/** Go file of such a module: without it nothing in the module would need the programs. */
export function wrapperSource(packages: readonly string[]): string {
  return [
    '//go:build tools',
    '',
    '// Package tools keeps the programs that are built here among the requirements.',
    'package tools',
    '',
    'import (',
    ...packages.map(name => `\t_ "${name}"`),
    ')',
    '',
  ].join('\n');
}

function stagedVersion(module: string, version: string): string {
  if (!/^v1\./.test(version)) {
    throw new Error(
      `${module} ${version} replaces modules by folders of its own, and nobody said under which versions they are published`,
    );
  }
  return version.replace(/^v1\./, 'v0.');
}
