/** An index of more entries is refused as a whole: nobody can say what was left out. */
export const MAX_ENTRIES = 100_000;

/** One version of a chart, as written. Its library takes its time with hostile text, and is not interrupted. */
export const MAX_ENTRY_BYTES = 128 * 1024;

/** An index in another layout than Helm's is read in one go, which holds everybody else up. */
export const MAX_WHOLE_BYTES = 128 * 1024;

/** Levels of JSON: more than any chart's metadata has. */
export const MAX_DEPTH = 32;

/** How many problems are kept; all are counted. */
export const MAX_PROBLEMS = 20;
