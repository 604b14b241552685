import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from '../process/atExit.ts';
import { attempt } from '../process/run.ts';
import { parseReport, type Remark, type SuiteReport } from './parseReport.ts';
import { serveDevRegistry } from './serveDevRegistry.ts';
import { FOLDER, type SuiteRun } from './SuiteRun.ts';

const LIMIT_MS = 5 * 60_000;

/**
 * Runs the distribution specification's conformance suite once. Its reports go with the folder they are written to.
 *
 * @param suite - path of the suite's program.
 * @throws when the registry does not start or the suite makes no report.
 */
export async function runSuite(
  suite: string,
  run: SuiteRun,
): Promise<SuiteReport> {
  const folder = mkdtempSync(join(tmpdir(), 'chart-provenance-conformance-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const forget = atExit(remove);
  try {
    mkdirSync(join(folder, 'none'));
    const registry = await serveDevRegistry(
      run.registry.map(flag => flag.replace(FOLDER, folder)),
    );
    try {
      const { stdout, stderr, exitCode } = await attempt(suite, [], {
        cwd: folder,
        limitMs: LIMIT_MS,
        env: {
          PATH: process.env.PATH,
          OCI_REGISTRY: registry.host,
          OCI_TLS: 'disabled',
          OCI_LOG: 'error',
          ...run.settings,
        },
      });
      return judged(run, parseReport(stdout || stderr), exitCode);
    } finally {
      await registry.stop();
    }
  } finally {
    remove();
    forget();
  }
}

/** A skip nobody allowed is a failure, and so is an exit code that the counts do not explain. */
function judged(
  run: SuiteRun,
  report: SuiteReport,
  exitCode: number,
): SuiteReport {
  const remarks = report.remarks.map(remark => judgedRemark(run, remark));
  const failed = remarks.filter(({ outcome }) => outcome === 'failed').length;
  const { exitCode: expected = 0 } = run;
  if (failed === 0 && (exitCode !== expected || report.passed === 0)) {
    const reason = `exit code ${exitCode} after ${report.passed} tests`;
    remarks.push({ test: 'the suite itself', outcome: 'failed', reason });
  }
  const skips = remarks.filter(({ outcome }) => outcome === 'skipped').length;
  return {
    passed: report.passed,
    failed: Math.max(report.failed, remarks.length - skips),
    skipped: skips,
    remarks,
  };
}

function judgedRemark(run: SuiteRun, remark: Remark): Remark {
  const { test, outcome, reason } = remark;
  if (outcome === 'failed') {
    return remark;
  }
  const allowed = run.allowed?.find(one => one.test.test(test));
  return allowed
    ? { test, outcome, reason: allowed.because }
    : { test, outcome: 'failed', reason: `skipped: ${reason}` };
}
