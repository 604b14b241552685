export { errorFromResponse } from './errorFromResponse';
export type { FailedExchange } from './errorFromResponse';
export { OrasError } from './OrasError';
export type { OrasErrorCode } from './OrasError';
