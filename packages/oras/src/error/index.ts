export { OrasError } from './OrasError';
export type { OrasErrorCode } from './OrasError';
