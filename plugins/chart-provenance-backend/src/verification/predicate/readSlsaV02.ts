import { PredicateFacts } from 'backstage-plugin-chart-provenance-common';
import { exactText, listOf, member } from '../../evidence';
import { buildFacts } from './buildFacts';
import { materialOf } from './materials';
import { sourceOf } from './sourceOf';

/** What 0.1 and 0.2 call them. */
export const NAMES_V0 = {
  id: 'buildInvocationId',
  started: 'buildStartedOn',
  finished: 'buildFinishedOn',
};

/** @see https://slsa.dev/spec/v0.2/provenance */
export function readSlsaV02(predicate: unknown): PredicateFacts | undefined {
  if (typeof predicate !== 'object' || predicate === null) {
    return undefined;
  }
  const invocation = member(predicate, 'invocation');
  const configSource = member(invocation, 'configSource');
  const declared = materialOf(configSource);
  const materials = listOf(predicate, 'materials');
  const { source, sourceDigest } = sourceOf(
    declared ? [declared] : [],
    materials.flatMap(each => materialOf(each) ?? []),
  );
  const entryPoint = exactText(configSource, 'entryPoint');
  return {
    label: 'SLSA v0.2',
    builderId: exactText(member(predicate, 'builder'), 'id'),
    buildType: exactText(predicate, 'buildType'),
    source,
    build: buildFacts({
      sourceDigest,
      metadata: member(predicate, 'metadata'),
      names: NAMES_V0,
      parameters: {
        ...(entryPoint ? { entryPoint } : {}),
        ...Object(member(invocation, 'parameters')),
      },
      materials,
    }),
  };
}
