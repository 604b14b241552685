export { parseRetryAfter } from './parseRetryAfter';
export type { RetryOptions } from './RetryOptions';
export { withRetry } from './withRetry';
