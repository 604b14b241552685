import { notRunnable, installed, type Toolbox } from '../tools/toolbox.ts';
import type { Counts } from './Counts.ts';
import type { Remark } from './parseReport.ts';
import { runSuite } from './runSuite.ts';
import { suiteRuns } from './suiteRuns.ts';

/**
 * Runs the distribution specification's conformance suite against packages/dev-registry in every way it can be set up.
 *
 * @param say - gets a line for each run, each failure and each reason for a skip.
 * @returns sums over the runs; without the suite's program one skip, with the reason printed.
 */
export async function runSuites(
  tools: Toolbox,
  say: (line: string) => void,
): Promise<Counts> {
  const sums: Counts = { passed: 0, failed: 0, skipped: 0 };
  const missing = notRunnable(tools, 'conformance');
  if (missing !== undefined) {
    say(`conformance: not runnable: ${missing}`);
    return { ...sums, skipped: 1 };
  }
  const suite = installed(tools, 'conformance');
  for (const run of suiteRuns()) {
    const report = await runSuite(suite, run);
    const { passed, failed, skipped, remarks } = report;
    say(
      `conformance, ${run.name}: ${passed} passed, ${failed} failed, ${skipped} skipped`,
    );
    explain(remarks, say);
    sums.passed += passed;
    sums.failed += failed;
    sums.skipped += skipped;
  }
  return sums;
}

function explain(remarks: Remark[], say: (line: string) => void): void {
  for (const { test, reason } of remarks.filter(r => r.outcome === 'failed')) {
    say(`  failed: ${test}: ${reason}`);
  }
  const skipped = remarks.filter(remark => remark.outcome === 'skipped');
  const reasons = new Set(skipped.map(({ reason }) => reason));
  for (const reason of reasons) {
    const tests = skipped.filter(remark => remark.reason === reason).length;
    say(`  skipped: ${tests} because ${reason}`);
  }
}
