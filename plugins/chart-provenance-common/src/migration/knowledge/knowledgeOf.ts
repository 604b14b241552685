import { matchVersions } from '../matching';
import type { MigrationFacts } from '../types';
import { consumerKnowledge } from './consumerKnowledge';
import { legacyStanding } from './legacyStanding';
import { registryGap } from './registryGap';
import type { Knowledge } from './types';

/** Looks at the facts once, for every check and phase. */
export function knowledgeOf(facts: MigrationFacts): Knowledge {
  const legacy = legacyStanding(facts);
  const consumers = consumerKnowledge(facts);
  const unused = consumers.gap === null && consumers.legacy.length === 0;
  const unlisted =
    legacy.kind === 'none'
      ? !everMoved(facts)
      : legacy.kind === 'absent' && !legacy.seen;
  return {
    facts,
    reference: `oci://${facts.registry}/${facts.repository}`,
    matches: matchVersions(facts),
    registryGap: registryGap(facts),
    legacy,
    consumers,
    neverLegacy: unused && unlisted && facts.lastLegacyConsumerAt === null,
  };
}

/** It was seen on its way once, so it was somewhere before. */
export function everMoved({
  reached,
}: Pick<MigrationFacts, 'reached'>): boolean {
  return Object.entries(reached).some(
    ([phase, at]) => phase !== 'noLegacy' && at !== undefined,
  );
}
