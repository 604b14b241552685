/** One run of the suite against one registry. */
export interface SuiteRun {
  name: string;
  /** Of dev-registry's `serve.ts`; `FOLDER` stands for a folder that is empty and goes afterwards. */
  registry: string[];
  /** The suite's environment, all but the registry's address. */
  settings: Record<string, string>;
  /** What the suite ends with when all is well. Default 0. */
  exitCode?: number;
  /** What may be skipped, and why. A skip that nothing here covers fails the run. */
  allowed?: { test: RegExp; because: string }[];
}

/** Stands for a folder in the registry's flags. */
export const FOLDER = '{folder}';
