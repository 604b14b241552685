export { sourceGap } from './consumerKnowledge';
export * from './knowledgeOf';
export { legacyGap, readingGap } from './legacyStanding';
export type {
  ConsumerKnowledge,
  Gap,
  Knowledge,
  LegacyStanding,
} from './types';
