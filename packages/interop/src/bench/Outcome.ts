import type { Cell } from './cells/types.ts';
import type { Finding } from './compare/Finding.ts';

/** What came of one cell. */
export type CellOutcome = { cell: Cell } & (
  | {
      is: 'agreed';
      /** In which words the tool refused; empty when it accepted. */
      words: string;
    }
  | { is: 'disagreed'; findings: Finding[] }
  | { is: 'not-runnable'; reason: string }
);
