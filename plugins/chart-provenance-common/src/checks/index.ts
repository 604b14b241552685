export { CHECK_IDS } from './checks';
export { runChecks, runSharedChecks } from './runChecks';
export type { SharedFacts } from './types';
