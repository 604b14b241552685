/** What jest writes above a failure that an expectation of a test noticed. */
const BY_ASSERTION = /expect\(|Expected|toThrow|fast-check|Property failed/;

/**
 * What a report says of one file.
 *
 * A file that cannot be loaded, or whose tests fail by nothing they expected, is `broken`: that proves nothing about a step.
 */
export function readJestReport({ testResults, output = '' }, path) {
  const result = testResults.find(({ name }) => name === path);
  if (!result) {
    return { is: 'broken', words: lastLine(output) || 'it was not run' };
  }
  const failures = result.assertionResults.filter(
    ({ status }) => status === 'failed',
  );
  const noticed = failures.find(({ failureMessages }) =>
    failureMessages.some(message => BY_ASSERTION.test(message)),
  );
  if (noticed) {
    return { is: 'failed', words: noticed.fullName };
  }
  const ran = result.assertionResults.some(({ status }) => status === 'passed');
  if (result.status === 'passed' && ran) {
    return { is: 'passed', words: '' };
  }
  return {
    is: 'broken',
    words: lastLine(failures[0]?.failureMessages[0] ?? result.message),
  };
}

function lastLine(text) {
  return (text ?? '').trim().split('\n')[0].slice(0, 200);
}
