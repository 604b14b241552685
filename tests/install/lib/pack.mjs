import { mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/** Folders of the packages that are published. */
export function publishedPackages(root) {
  return ['packages', 'plugins'].flatMap(group =>
    readdirSync(join(root, group))
      .map(name => join(root, group, name))
      .filter(
        folder =>
          JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
            .publishConfig,
      ),
  );
}

/**
 * Builds and packs every published package, as a release would.
 *
 * @param only names of those that are wanted; all unless told
 * @returns name → absolute path of the tarball
 */
export async function packAll({ root, tools, into, only }) {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  const yarn = (args, cwd) =>
    run(tools.node, [tools.yarn, ...args], { cwd, env: tools.env });
  // A build information file of an earlier run may say that what is missing was emitted.
  await yarn(['tsc', '--incremental', 'false'], root);
  const tarballs = {};
  for (const folder of publishedPackages(root)) {
    const { name } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    );
    if (only && !only.includes(name)) continue;
    tarballs[name] = join(into, `${name}.tgz`);
    await yarn(['build'], folder);
    await yarn(['pack', '--out', tarballs[name]], folder);
  }
  return tarballs;
}
