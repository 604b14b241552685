/** Committed files that real tools make, by one script that can be run again. */
export interface FixtureSet {
  /** For `--only`. */
  name: string;
  /** Files and folders, from the root of the repository, that the set is made from. */
  inputs: string[];
  /** Names of the tools that make it: another pin of one of them makes it anew. */
  tools: readonly string[];
  /** The file that keeps the digest of the inputs, from the root of the repository. */
  madeFrom: string;
  /**
   * Makes everything in a new folder first and then replaces what is committed.
   *
   * @param root - of the repository.
   * @param folder - empty; whoever made it removes it.
   */
  make(
    root: string,
    folder: string,
    say: (line: string) => void,
  ): Promise<void>;
}
