import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { OciLayout, Target } from 'chart-provenance-oras';
import { copyLayout } from './copyLayout';
import { findLayouts } from './findLayouts';

/**
 * @public
 */
export interface LayoutDirectoryOptions {
  /**
   * Where copies are kept that can be written, with their state between starts. A copy is made anew when the
   * `index.json` it was made from has changed. Default: the layouts are served as they are, read-only.
   */
  overlayDirectory?: string;
}

/**
 * Ready to be spread into the options of `startDevRegistry`.
 *
 * @public
 */
export interface LayoutDirectory {
  repositories: Map<string, Target>;
  readOnly: boolean;
  /** Makes a new layout in the overlay; undefined without one. */
  createRepository?: (name: string) => Promise<Target | undefined>;
}

/**
 * Opens every OCI layout below `root` as the repository named by its relative path.
 *
 * @throws when `root` cannot be read, or OrasError when something in it is no layout after all
 * @public
 */
export async function openLayoutDirectory(
  root: string,
  options: LayoutDirectoryOptions = {},
): Promise<LayoutDirectory> {
  const { overlayDirectory } = options;
  const names = await findLayouts(root);
  if (overlayDirectory === undefined) {
    return { repositories: await openAll(root, names), readOnly: true };
  }
  await mkdir(overlayDirectory, { recursive: true });
  for (const name of names) {
    await copyLayout(join(root, name), join(overlayDirectory, name));
  }
  // Repositories that were pushed at an earlier start are in the overlay only.
  const kept = await findLayouts(overlayDirectory);
  const repositories = await openAll(overlayDirectory, kept);
  return {
    repositories,
    readOnly: false,
    createRepository: name => create(overlayDirectory, name, repositories),
  };
}

async function openAll(
  root: string,
  names: string[],
): Promise<Map<string, Target>> {
  const repositories = new Map<string, Target>();
  for (const name of names) {
    repositories.set(name, await OciLayout.open(join(root, name)));
  }
  return repositories;
}

async function create(
  overlayDirectory: string,
  name: string,
  repositories: Map<string, Target>,
): Promise<Target | undefined> {
  // A layout inside a layout would not be found again.
  if ([...repositories.keys()].some(other => nested(name, other))) {
    return undefined;
  }
  const layout = await OciLayout.open(join(overlayDirectory, name), {
    create: true,
  });
  repositories.set(name, layout);
  return layout;
}

function nested(name: string, other: string): boolean {
  return name.startsWith(`${other}/`) || other.startsWith(`${name}/`);
}
