import { ChangedFile, parseNameStatus } from './parseNameStatus';
import { parseTree, TreeEntry } from './parseTree';
import { parseBatch } from './parseBatch';
import { GitError } from './GitError';
import { runGit } from './runGit';

const MAX_LISTING = 64 * 1024 * 1024;
const MAX_NAME = 200;
/** Beyond the contents: a line about each. */
const BATCH_LINE = 100;

/** The two commits that are compared, by their ids. */
export interface Sides {
  /** What is there already. */
  base: string;
  /** What would be. */
  head: string;
}

/** Reads commits of one repository. */
export class GitRepository {
  constructor(private readonly folder: string) {}

  /**
   * `A...B`: from where B left A to B; `A..B`: from A to B. A side that is left out is HEAD.
   *
   * @throws GitError
   */
  async sides(range: string): Promise<Sides> {
    const [, from, dots, to] =
      /^([^.\s][^\s]*?|)(\.\.\.?)([^.\s-][^\s]*|)$/.exec(range) ?? [];
    if (from === undefined || to === undefined || range.length > MAX_NAME) {
      throw new GitError('Write --diff like origin/main...HEAD.');
    }
    const a = await this.#commit(from || 'HEAD');
    const head = await this.#commit(to || 'HEAD');
    return { base: dots === '...' ? await this.#forkPoint(a, head) : a, head };
  }

  /** What differs, with renames. Paths are from the top of the repository. */
  async changedFiles({ base, head }: Sides): Promise<ChangedFile[]> {
    return parseNameStatus(
      await this.#git([
        ...['diff', '--name-status', '-z', '--find-renames', '--no-color'],
        ...['--no-ext-diff', '--no-textconv', '--no-relative'],
        ...['--ignore-submodules=none', '--end-of-options', base, head, '--'],
      ]),
    );
  }

  /** Everything in a commit. */
  async tree(commit: string): Promise<TreeEntry[]> {
    return parseTree(
      await this.#git([
        ...['ls-tree', '-r', '-z', '--long', '--full-tree'],
        ...['--end-of-options', commit],
      ]),
    );
  }

  /** Contents by object id, as they are stored: no filter is applied. */
  async contents(entries: readonly TreeEntry[]): Promise<Map<string, Buffer>> {
    const ids = [...new Set(entries.map(({ id }) => id))];
    if (ids.length === 0) {
      return new Map();
    }
    const sizes = entries.reduce((sum, { size }) => sum + size, 0);
    const said = await this.#git(['cat-file', '--batch'], {
      input: `${ids.join('\n')}\n`,
      maxBytes: sizes + (ids.length + 1) * BATCH_LINE,
    });
    return parseBatch(said);
  }

  async #commit(name: string): Promise<string> {
    const said = await this.#git([
      ...['rev-parse', '--verify', '--quiet', '--end-of-options'],
      `${name}^{commit}`,
    ]).catch(() => Buffer.alloc(0));
    const id = said.toString('utf8').trim();
    if (!/^[0-9a-f]{40,64}$/.test(id)) {
      throw new GitError(
        `There is no commit ${name} here: is the repository fetched deeply enough (fetch-depth: 0)?`,
      );
    }
    return id;
  }

  async #forkPoint(a: string, b: string): Promise<string> {
    const said = await this.#git(['merge-base', a, b]).catch(() =>
      Buffer.alloc(0),
    );
    const id = said.toString('utf8').trim();
    if (!/^[0-9a-f]{40,64}$/.test(id)) {
      throw new GitError(
        'The two sides have no common commit here: is the repository fetched deeply enough (fetch-depth: 0)?',
      );
    }
    return id;
  }

  #git(
    args: readonly string[],
    { maxBytes = MAX_LISTING, input = '' } = {},
  ): Promise<Buffer> {
    return runGit(args, { cwd: this.folder, maxBytes, input });
  }
}
