/** Prints one line of progress. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * A failure a person can act on: what is wrong, and the way out, in one line. Anything else that is thrown is a fault of
 * these scripts and keeps its stack.
 */
export class Stop extends Error {
  constructor(problem, wayOut) {
    super(wayOut ? `${problem} ${wayOut}` : problem);
    this.name = 'Stop';
  }
}

/** Runs `main`; a Stop ends with its line and exit code 1, anything else with its stack. */
export async function runScript(main) {
  try {
    await main();
  } catch (error) {
    process.exitCode = 1;
    process.stderr.write(
      error instanceof Stop
        ? `\n✖ ${error.message}\n`
        : `${error?.stack ?? error}\n`,
    );
  }
}
