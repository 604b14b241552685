import { main } from './main';

main(process.argv.slice(2), {
  out: text => process.stdout.write(text),
  err: text => process.stderr.write(text),
  columns: process.stdout.columns,
}).then(
  code => {
    // Not process.exit: what is still being written to a pipe would be cut.
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(
      `chart-provenance: ${
        error instanceof Error ? error.stack ?? error.message : String(error)
      }\n`,
    );
    process.exitCode = 70;
  },
);
