import {
  EntityProblem,
  parseLegacyPlace,
} from 'backstage-plugin-chart-provenance-common';
import { LegacyLocation } from '../store';
import { addTo } from './addTo';
import { claimedPlace, HeardPlace, LegacyHearing } from './LegacyHearing';
import { legacyProblem } from './legacyProblems';
import { Resolution } from './resolution';
import { EntityWord, FoundNames, OperatorWord } from './types';

/** Where charts were before, and what is wrong with what entities say of it. */
export interface LegacyPlaces {
  /** At most one place a chart, in order of the ids. */
  locations: LegacyLocation[];
  problems: [entityRef: string, problem: EntityProblem][];
}

/**
 * Where charts were before: by the operator's rules, else by their owners' annotations. An annotation speaks of charts that its entity
 * owns, and of places in repositories that the operator lists; the rule wins. A convention is taken for a guess where the index never
 * listed the name that it makes: there the owner may say under which name of the index the chart was.
 *
 * A liar would gain another's consumers and versions as his own, or lose his own from sight: so a place of another's chart is never
 * heard, and neither is another place than the rule's where the rule's ever was.
 */
export function legacyLocations(
  operator: OperatorWord,
  words: readonly EntityWord[],
  resolutions: readonly Resolution[],
  { legacy }: Pick<FoundNames, 'legacy'>,
): LegacyPlaces {
  const hearing = new LegacyHearing(operator, resolutions, legacy);
  const problems: LegacyPlaces['problems'] = [];
  const heard: HeardPlace[] = [];
  for (const { entityRef, legacyCharts } of words) {
    for (const claim of legacyCharts) {
      const answer = hearing.hear(entityRef, claim);
      if (answer && 'code' in answer) {
        const place = claimedPlace(claim);
        problems.push([entityRef, legacyProblem(place, answer)]);
      } else if (answer) {
        heard.push(answer);
      }
    }
  }
  const { counted, refused } = decide(heard);
  const claimed = new Map(counted.map(one => [one.chartId, one.place]));
  const locations = resolutions.flatMap(({ chartId, candidate }) => {
    const place = claimed.get(chartId) ?? candidate.match?.legacy;
    const parsed = place === undefined ? undefined : parseLegacyPlace(place);
    const knownBy = claimed.has(chartId) ? 'claim' : 'rule';
    return parsed ? [{ chartId, ...parsed, knownBy } as const] : [];
  });
  return {
    locations: locations.sort((a, b) => (a.chartId < b.chartId ? -1 : 1)),
    problems: [...problems, ...refused],
  };
}

/** Of several entries for one chart the first written counts; a place that two entities claim is neither's. */
function decide(heard: readonly HeardPlace[]): {
  counted: HeardPlace[];
  refused: LegacyPlaces['problems'];
} {
  const claimants = new Map<string, string[]>();
  heard.forEach(({ place, entityRef }) => addTo(claimants, place, entityRef));
  const counted = new Map<string, HeardPlace>();
  const refused: LegacyPlaces['problems'] = [];
  for (const one of heard) {
    const { entityRef, place, chartId } = one;
    const others = [...new Set(claimants.get(place))]
      .filter(other => other !== entityRef)
      .sort();
    if (others.length > 0 || counted.has(chartId)) {
      const problem = { code: 'legacy-ambiguous' as const, others };
      refused.push([entityRef, legacyProblem(place, problem)]);
    } else {
      counted.set(chartId, one);
    }
  }
  return { counted: [...counted.values()], refused };
}
