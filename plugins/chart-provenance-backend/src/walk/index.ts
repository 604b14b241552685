export { bytesAsRead } from '../evidence';
export { readArtifact } from './readArtifact';
export type { ArtifactReading } from './readArtifact';
export { toProblem } from './toProblem';
export { walkRepository } from './walkRepository';
export {
  DEFAULT_HOT_POLICY,
  DEFAULT_REFERRER_POLICY,
  DEFAULT_WALK_BOUNDS,
} from './options';
export type {
  DecodeContents,
  HotPolicy,
  ReferrerPolicy,
  WalkBounds,
  WalkOptions,
} from './options';
export type {
  KnownChart,
  WalkedEvidence,
  WalkedVersion,
  WalkProblem,
  WalkResult,
} from './types';
