import { PredicateFacts } from 'backstage-plugin-chart-provenance-common';
import { exactText, listOf, member } from '../../evidence';
import { buildFacts } from './buildFacts';
import { materialOf } from './materials';
import { NAMES_V0 } from './readSlsaV02';
import { sourceOf } from './sourceOf';

/** @see https://slsa.dev/spec/v0.1/provenance */
export function readSlsaV01(predicate: unknown): PredicateFacts | undefined {
  if (typeof predicate !== 'object' || predicate === null) {
    return undefined;
  }
  const recipe = member(predicate, 'recipe');
  const materials = listOf(predicate, 'materials');
  const defined = member(recipe, 'definedInMaterial');
  const declared =
    typeof defined === 'number' ? materialOf(materials[defined]) : undefined;
  const { source, sourceDigest } = sourceOf(
    declared ? [declared] : [],
    materials.flatMap(each => materialOf(each) ?? []),
  );
  return {
    label: 'SLSA v0.1',
    builderId: exactText(member(predicate, 'builder'), 'id'),
    buildType: exactText(recipe, 'type'),
    source,
    build: buildFacts({
      sourceDigest,
      metadata: member(predicate, 'metadata'),
      names: NAMES_V0,
      parameters: member(recipe, 'arguments'),
      materials,
    }),
  };
}
