import {
  LintFinding,
  LintReport,
} from 'backstage-plugin-chart-provenance-common';

/** A finding at `text[from, to)`, all on the first line. */
export function lintFinding(changes: Partial<LintFinding> = {}): LintFinding {
  return {
    rule: 'push-with-chart-name',
    severity: 'error',
    start: { line: 1, column: 31, offset: 30 },
    end: { line: 1, column: 39, offset: 38 },
    message: 'helm push adds the name of the chart to the reference itself.',
    tool: {
      name: 'helm push',
      prints: 'Pushed: ghcr.io/acme/charts/payments/payments:1.8.2',
    },
    fix: 'Leave the name of the chart out.',
    correction: '',
    anchor: '#push-with-chart-name',
    ...changes,
  };
}

/** Says nothing against the text unless told. */
export function lintReport(changes: Partial<LintReport> = {}): LintReport {
  return {
    kind: 'command',
    findings: [],
    cut: false,
    corrected: null,
    unread: [],
    language: 'shell',
    ...changes,
  };
}
