export type { RetryOptions } from './RetryOptions';
export { withRetry } from './withRetry';
