/** A file of a tree, as text. */
export interface TreeFile {
  /** Inside of the place that is read, without a slash at its beginning. */
  path: string;
  text: string;
}

/** Folder of a path; empty for the top. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

/** Which folders of a tree are charts. */
export class ChartFolders {
  readonly #folders: ReadonlySet<string>;
  readonly #locks: ReadonlyMap<string, string>;

  constructor(files: readonly TreeFile[]) {
    this.#folders = new Set(
      files.filter(({ path }) => isNamed(path, 'Chart.yaml')).map(inFolder),
    );
    this.#locks = new Map(
      files
        .filter(({ path }) => isNamed(path, 'Chart.lock'))
        .map(file => [inFolder(file), file.text]),
    );
  }

  /** Is this the Chart.yaml of a chart of its own, not of one that was unpacked into another? Helm resolves the dependencies of the outer one only. */
  isChart(path: string): boolean {
    return (
      isNamed(path, 'Chart.yaml') && !this.#within(folderOf(path), '/charts/')
    );
  }

  /** Text of the Chart.lock beside a Chart.yaml. */
  lockOf(path: string): string | undefined {
    return this.#locks.get(folderOf(path));
  }

  /** Is it rendered by Helm before anybody deploys it? */
  isTemplate(path: string): boolean {
    return this.#within(path, '/templates/');
  }

  /** Is there a folder of that name above the path, in a chart? */
  #within(path: string, name: string): boolean {
    const rooted = `/${path}/`;
    for (
      let found = rooted.indexOf(name);
      found >= 0;
      found = rooted.indexOf(name, found + 1)
    ) {
      if (this.#folders.has(rooted.slice(1, Math.max(found, 1)))) {
        return true;
      }
    }
    return false;
  }
}

function inFolder({ path }: TreeFile): string {
  return folderOf(path);
}

/** Charts are read by these names only. */
export function isNamed(path: string, name: string): boolean {
  return path === name || path.endsWith(`/${name}`);
}
