/** Where a command writes. */
export interface Output {
  /** What was asked for. */
  out: (text: string) => void;
  /** What was wrong with asking. */
  err: (text: string) => void;
  /** How wide `out` is, in characters; undefined where it is no terminal. */
  columns?: number;
}
