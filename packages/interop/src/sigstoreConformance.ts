import { resolve } from 'node:path';
import { judgeCase } from './sigstoreConformance/judgeCase.ts';
import { readCases } from './sigstoreConformance/readCases.ts';
import { runCases } from './sigstoreConformance/runCases.ts';

/** The product over the cases of a folder in the layout of the public Sigstore suite: `yarn conformance <dir>`. */
async function main(): Promise<void> {
  const [folder, ...more] = process.argv.slice(2);
  if (folder === undefined || more.length > 0) {
    throw new Error('Usage: yarn conformance FOLDER');
  }
  const cases = readCases(
    // Where the command was given: a script runs at the root.
    resolve(process.env.INIT_CWD ?? '.', folder),
  );
  if (cases.length === 0) {
    throw new Error(`${folder} holds no case: each is a folder of its own`);
  }
  const { passed, failed } = await runCases(cases, judgeCase, line =>
    console.log(line),
  );
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
