export { sourceGap } from './consumerKnowledge';
export * from './knowledgeOf';
export { legacyGap, readingGap } from './legacyStanding';
export { goneGap, vanishedLately } from './settled';
export type {
  ConsumerKnowledge,
  Gap,
  Knowledge,
  LegacyStanding,
} from './types';
