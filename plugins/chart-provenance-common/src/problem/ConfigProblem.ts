/**
 * Something wrong in the operator's configuration. Validators collect all of them, so that one edit mends all.
 *
 * @public
 */
export interface ConfigProblem {
  /** Where, relative to what was given, e.g. `[1].anyOf[0].subjectPattern`. */
  path: string;
  /** What is wrong and how to fix it, in one or two sentences. */
  message: string;
}
