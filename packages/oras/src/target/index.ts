export { childrenOf } from './childrenOf';
export { copy } from './copy';
export type { CopyOptions, CopyResult } from './copy';
export { MemoryStore } from './MemoryStore';
export { OciLayout } from './OciLayout';
export type { OciLayoutOptions } from './OciLayout';
export type {
  CallOptions,
  Deleter,
  Fetcher,
  FetchOptions,
  ManifestFetcher,
  Pusher,
  ReadOnlyTarget,
  ReferrerLister,
  Referrers,
  Resolver,
  TagLister,
  TagListOptions,
  Target,
} from './Target';
