/** How a number of tests ended. */
export interface Counts {
  passed: number;
  failed: number;
  /** Tests that nobody judged; the reason was printed. */
  skipped: number;
}
