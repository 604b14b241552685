export * from './phaseOf';
export * from './stepsOf';
export * from './needsOf';
export * from './hasCome';
export { PHASES, rankOf } from './types';
export type { BarPhase, FoundPhase, Need } from './types';
