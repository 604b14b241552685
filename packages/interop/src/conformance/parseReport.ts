import type { Counts } from './Counts.ts';

/** What the suite says about one run. */
export interface SuiteReport extends Counts {
  /** Each test that failed or was skipped, with the suite's own words. */
  remarks: Remark[];
}

export interface Remark {
  test: string;
  outcome: 'failed' | 'skipped';
  /** Empty when the suite gives none: that is so of what the configuration turned off. */
  reason: string;
}

const COUNT = /^ {2}(Disabled|Skip|Pass|FAIL|Error)\.+: +(\d+)$/gm;
const RESULT = /^ *OCI Conformance Test\/(.+): (Skip|Disabled|FAIL|Error)$/;
const REASON = /^ *- (.+)$/;

/**
 * Reads what the suite writes to standard output.
 *
 * @throws when it has no counts: then the suite did not get as far as its report.
 */
export function parseReport(stdout: string): SuiteReport {
  const counts = new Map<string, number>();
  for (const [, status, count] of stdout.matchAll(COUNT)) {
    counts.set(status, Number(count));
  }
  if (counts.size !== 5) {
    throw new Error(`the suite made no report: ${stdout.slice(-1_000)}`);
  }
  const count = (status: string) => counts.get(status) ?? 0;
  return {
    passed: count('Pass'),
    failed: count('FAIL') + count('Error'),
    skipped: count('Skip') + count('Disabled'),
    remarks: remarksIn(stdout.split('\n')),
  };
}

function remarksIn(lines: string[]): Remark[] {
  const remarks: Remark[] = [];
  for (const [at, line] of lines.entries()) {
    const match = RESULT.exec(line);
    const isGroup = match && lines[at + 1]?.includes(`/${match[1]}/`);
    if (match && !isGroup) {
      remarks.push({
        test: match[1],
        outcome: /Skip|Disabled/.test(match[2]) ? 'skipped' : 'failed',
        reason: REASON.exec(lines[at + 1] ?? '')?.[1] ?? '',
      });
    }
  }
  return remarks;
}
