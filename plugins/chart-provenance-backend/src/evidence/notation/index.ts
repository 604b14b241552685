export { decodeNotation } from './decodeNotation';
export type { NotationAlgorithm, NotationEnvelope } from './NotationEnvelope';
export { openNotation } from './openNotation';
