import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ROOT } from '../../../scripts/lib/paths.mjs';

/** What tests of the core, the backend and the registry client read. */
const WANTED =
  /^(package\.json|tsconfig\.json|backstage\.json|plugins\/|packages\/(oras|dev-registry|interop)\/|examples\/|tests\/conformance\/)/;
/** Packages with sources in the copy. */
const HOUSES = ['packages', 'plugins'];

/**
 * Copies the working tree, uncommitted files included, to an empty folder. Whatever is changed there changes nothing here: files are
 * copies, and of `node_modules` only what is not ours is shared.
 */
export function copyWorkingTree(folder) {
  const listed = execFileSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  const files = new Set(listed.split('\0').filter(file => WANTED.test(file)));
  for (const file of files) {
    const from = join(ROOT, file);
    // Deleted, and not yet committed.
    if (!existsSync(from)) continue;
    const to = join(folder, file);
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
  shareModules(folder);
}

function shareModules(folder) {
  linkEach('node_modules', folder);
  for (const house of HOUSES) {
    for (const name of readdirSync(join(ROOT, house))) {
      const own = join(house, name, 'node_modules');
      if (
        existsSync(join(ROOT, own)) &&
        existsSync(join(folder, house, name))
      ) {
        symlinkSync(join(ROOT, own), join(folder, own));
      }
    }
  }
}

/** Links to every entry; those that lead to packages of this repository lead to the copy's. */
function linkEach(modules, folder) {
  mkdirSync(join(folder, modules));
  for (const name of readdirSync(join(ROOT, modules))) {
    const entry = join(ROOT, modules, name);
    const target = lstatSync(entry).isSymbolicLink()
      ? resolve(dirname(entry), readlinkSync(entry))
      : entry;
    const isOurs = HOUSES.some(house =>
      target.startsWith(join(ROOT, house) + '/'),
    );
    symlinkSync(
      isOurs ? target.replace(ROOT, folder) : entry,
      join(folder, modules, name),
    );
  }
}
