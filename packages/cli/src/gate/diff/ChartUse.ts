/** One use of a chart in a file. */
export interface ChartUse {
  path: string;
  /** What uses it, e.g. `HelmRelease shop/payments`. */
  who: string;
  /** The reference as it stands there, on one line. */
  written: string;
  /** The same for the same use of the same chart in the same file, wherever in the file it stands. */
  key: string;
  ask: UseQuestion;
  /** What to look for in the file, the most telling first. */
  marks: string[];
}

/** What the gate can be asked about a use. */
export type UseQuestion =
  | { kind: 'reference'; reference: string; byTag: boolean }
  /** `why`: one sentence. */
  | { kind: 'unasked'; why: string };
