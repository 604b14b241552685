/**
 * One step of a pipeline. Its script is for a POSIX shell under `set -eu`, and holds nothing of the input: that comes in by variables.
 *
 * @internal
 */
export interface CiStep {
  /** Unique in its job; a person reads it in the log. */
  name: string;
  /** Comment lines: why the step is there. */
  why: string[];
  script: string[];
  /** Variables that only this step has, as they are written in the provider's language. */
  env?: Record<string, string>;
}
