import { Checked } from './checkFile';

/** What was checked, and what was made of it. */
export interface LintResult {
  checked: Checked[];
  /** How many findings were corrected, by path. */
  fixed: Map<string, number>;
}
