export { compareGate } from './compareGate';
export type { CompareGateOptions } from './compareGate';
