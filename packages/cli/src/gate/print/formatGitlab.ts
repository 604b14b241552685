import { createHash } from 'node:crypto';
import { messageOf } from './formatGithub';
import { jsonText } from './jsonText';
import { isFine, Result } from './Result';
import { headOf } from './words';

/**
 * A code quality report.
 *
 * @see https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
 */
export function formatGitlab(results: readonly Result[]): string {
  const issues = results.flatMap(result => {
    const message = messageOf(result);
    return message === '' ? [] : [issueOf(result, message)];
  });
  return `${jsonText(issues)}\n`;
}

function issueOf(result: Result, message: string) {
  const { subject, place, who, outcome } = result;
  const { word } = headOf(outcome);
  return {
    description: `${word}: ${subject}. ${message.replaceAll('\n', ' ')}`,
    check_name: `chart-provenance-gate-${outcome.kind}`,
    fingerprint: createHash('sha256')
      .update(JSON.stringify([place?.path, who, subject, outcome.kind]))
      .digest('hex'),
    severity: isFine(outcome) ? 'minor' : 'blocker',
    location: {
      path: place?.path || '.',
      lines: { begin: place?.line ?? 1 },
    },
  };
}
