/** One step of a job, ready to run. */
export interface JobStep {
  name: string;
  script: string;
  env: Record<string, string>;
}

/** What a job gives to those that need it. */
export type JobOutputs = Record<string, string>;

/** How a step ended that did not succeed. */
export class StepFailed extends Error {
  readonly step: string;

  constructor(step: string, words: string) {
    super(`the step “${step}” failed:\n${words}`);
    this.step = step;
  }
}
