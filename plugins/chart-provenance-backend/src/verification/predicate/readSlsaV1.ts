import { PredicateFacts } from 'backstage-plugin-chart-provenance-common';
import { exactText, listOf, member } from '../../evidence';
import { buildFacts } from './buildFacts';
import { Material, materialOf } from './materials';
import { sourceOf } from './sourceOf';

const NAMES = {
  id: 'invocationId',
  started: 'startedOn',
  finished: 'finishedOn',
};

/** @see https://slsa.dev/spec/v1.0/provenance */
export function readSlsaV1(predicate: unknown): PredicateFacts | undefined {
  const definition = member(predicate, 'buildDefinition');
  if (typeof definition !== 'object' || definition === null) {
    return undefined;
  }
  const run = member(predicate, 'runDetails');
  const parameters = member(definition, 'externalParameters');
  const materials = listOf(definition, 'resolvedDependencies');
  const { source, sourceDigest } = sourceOf(
    declaredBy(parameters),
    materials.flatMap(each => materialOf(each) ?? []),
  );
  return {
    label: 'SLSA v1',
    builderId: exactText(member(run, 'builder'), 'id'),
    buildType: exactText(definition, 'buildType'),
    source,
    build: buildFacts({
      sourceDigest,
      metadata: member(run, 'metadata'),
      names: NAMES,
      parameters,
      materials,
    }),
  };
}

/**
 * The members at which known build types name their source: `workflow` (GitHub), `source` (GitLab as text, the SLSA generators as
 * a material), `configSource` (BuildKit), `sourceToBuild` and `buildConfigSource` (Google Cloud Build).
 */
function declaredBy(parameters: unknown): Material[] {
  const text = exactText(parameters, 'source');
  return [
    repositoryIn(member(parameters, 'workflow')),
    text === undefined ? undefined : { uri: text, digest: undefined },
    materialOf(member(parameters, 'source')),
    materialOf(member(parameters, 'configSource')),
    repositoryIn(member(parameters, 'sourceToBuild')),
    repositoryIn(member(parameters, 'buildConfigSource')),
  ].flatMap(each => each ?? []);
}

function repositoryIn(written: unknown): Material | undefined {
  const repository = exactText(written, 'repository');
  const ref = exactText(written, 'ref');
  return repository === undefined
    ? undefined
    : { uri: ref ? `${repository}@${ref}` : repository, digest: undefined };
}
