/**
 * Stops the backend's start. The message lists every problem of the configuration, one a line, with its path and how to
 * fix it.
 *
 * @internal
 */
export class ConfigProblemsError extends Error {
  override readonly name = 'ConfigProblemsError';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(
      [
        `The chartProvenance configuration has ${problems.length} problem${
          problems.length === 1 ? '' : 's'
        }:`,
        ...problems.map(problem => `  - ${problem}`),
      ].join('\n'),
    );
    this.problems = problems;
  }
}
