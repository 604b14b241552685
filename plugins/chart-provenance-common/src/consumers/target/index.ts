export { chartTargetOf, unresolved } from './chartTargetOf';
export type { TargetReading } from './chartTargetOf';
export { formatChartTarget } from './formatChartTarget';
export { normaliseLegacyUrl } from './normaliseLegacyUrl';
