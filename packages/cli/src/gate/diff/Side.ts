import { ChartUse } from './ChartUse';

/** Something that was not read, and may hide charts. */
export interface Unread {
  path: string;
  /** One sentence. */
  why: string;
}

/** What one side of a pull request says. */
export interface Side {
  uses: ChartUse[];
  unread: Unread[];
  /** More than the limits allow: uses that are missing may exist. */
  truncated: boolean;
  /** Text of a file that was read. */
  textOf: (path: string) => string | undefined;
}
