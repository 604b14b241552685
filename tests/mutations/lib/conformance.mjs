/** Stands in a mutation's list of tests for our own cases of `yarn conformance`. */
export const CONFORMANCE = 'conformance';

/** What came of a run: cases that came out wrong are a failure, as long as the product still proves what is good. */
export function readConformance({ code, output }) {
  const lines = output.trim().split('\n');
  if (!/^\d+ passed, \d+ failed$/.test(lines.at(-1))) {
    return { is: 'broken', words: lines.at(-1) };
  }
  if (code === 0) {
    return { is: 'passed', words: lines.at(-1) };
  }
  const works = lines.some(line => /^ok .*: proven, /.test(line));
  const wrong = lines.find(line => line.startsWith('FAILED'));
  return works && wrong
    ? { is: 'failed', words: wrong.slice(0, 160) }
    : { is: 'broken', words: lines.at(-1) };
}
