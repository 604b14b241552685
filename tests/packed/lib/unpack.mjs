import { mkdirSync, readFileSync, realpathSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from '../../install/lib/run.mjs';

/**
 * Unpacks tarballs side by side into `node_modules`, and links what their package.json declares from an installed checkout: what is
 * not declared is not there.
 */
export async function unpack({ tarballs, into, from }) {
  const modules = join(into, 'node_modules');
  for (const [name, tarball] of Object.entries(tarballs)) {
    const folder = join(modules, name);
    mkdirSync(folder, { recursive: true });
    await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'], {
      cwd: into,
      env: process.env,
    });
  }
  const wanted = new Set(
    Object.keys(tarballs).flatMap(name => {
      const path = join(modules, name, 'package.json');
      const { dependencies = {} } = JSON.parse(readFileSync(path, 'utf8'));
      return Object.keys(dependencies);
    }),
  );
  for (const name of wanted) {
    if (tarballs[name]) continue;
    const link = join(modules, name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(realpathSync(join(from, 'node_modules', name)), link, 'dir');
  }
}
