/**
 * The gate without a backend: decides by a policy file and what the registry says now. For the command line and for those who build one.
 *
 * @packageDocumentation
 */
export { decideOffline } from './decideOffline';
export type { OfflineOptions } from './decideOffline';
export type { OfflineCredentials } from './OfflineCredentials';
export { OfflinePolicyError } from './OfflinePolicyError';
export type { OfflinePolicyErrorCode } from './OfflinePolicyError';
export { OfflineUsageError } from './OfflineUsageError';
export { parseOfflinePolicy } from './parseOfflinePolicy';
