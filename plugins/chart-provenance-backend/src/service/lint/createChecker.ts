import { lintText } from 'backstage-plugin-chart-provenance-common/lint';
import { TextChecker } from '../DefaultLintService';
import { LintPool } from './LintPool';
import { findLintThread } from './startLintThread';

/** What checks texts, until it is closed. */
export type ClosableChecker = TextChecker & { close: () => Promise<void> };

/** A thread where one can be started; this process where it cannot, as in a test runner that transforms modules itself. */
export function createChecker(): ClosableChecker {
  const start = findLintThread();
  return start
    ? new LintPool(start)
    : {
        check: async request => lintText(request),
        close: async () => undefined,
      };
}
