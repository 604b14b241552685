import {
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  RELATION_MEMBER_OF,
  RELATION_OWNED_BY,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  CHARTS_ANNOTATION,
  LEGACY_CHARTS_ANNOTATION,
} from '../annotations/names';
import { parseCharts } from '../annotations/parseCharts';
import { parseLegacyCharts } from '../annotations/parseLegacyCharts';
import { coreName } from './coreName';
import { sourceRepositoryOf } from './sourceRepositoryOf';
import { Candidate, OwnerCandidates } from './types';

const KUBERNETES_ID = 'backstage.io/kubernetes-id';

/** Kinds of entities that charts belong to. */
const OWNING_KINDS: readonly string[] = ['component', 'resource', 'system'];

/**
 * Prepares entities for `suggestOwners`: components, resources and systems are candidates; groups and users say whose they are. Only
 * what the reader may see should be given. Independent of the order of the entities.
 *
 * @public
 */
export function ownerCandidates(entities: readonly Entity[]): OwnerCandidates {
  const all: Candidate[] = [];
  const by = new Map<string, Candidate[]>();
  const teams = new Map<string, Set<string>>();
  for (const entity of entities) {
    addPeople(teams, entity);
    if (OWNING_KINDS.includes(entity.kind.toLowerCase())) {
      const candidate = candidateOf(entity);
      all.push(candidate);
      for (const key of keysOf(entity, candidate)) {
        by.set(key, by.get(key) ?? []);
        by.get(key)?.push(candidate);
      }
    }
  }
  return { all, by, teams };
}

function candidateOf(entity: Entity): Candidate {
  const annotations = entity.metadata.annotations ?? {};
  const location = annotations[ANNOTATION_SOURCE_LOCATION];
  const owners = relationsOf(entity, RELATION_OWNED_BY);
  return {
    entityRef: stringifyEntityRef(entity),
    name: entity.metadata.name.toLowerCase(),
    source: location === undefined ? undefined : sourceRepositoryOf(location),
    kubernetesId: annotations[KUBERNETES_ID]?.trim(),
    owner: owners[0],
  };
}

function keysOf(entity: Entity, candidate: Candidate): Set<string> {
  const { entityRef, name, source, kubernetesId, owner } = candidate;
  const keys = [
    `ref:${entityRef}`,
    `name:${name}`,
    `core:${coreName(name)}`,
    ...(source === undefined ? [] : [`source:${source}`]),
    ...(kubernetesId ? [`workload:${kubernetesId}`] : []),
    `workload:${name}`,
    ...(owner === undefined ? [] : [`owner:${owner}`]),
    ...namedCharts(entity).map(reference => `names:${reference}`),
  ];
  return new Set(keys);
}

/** The charts that the entity's annotations name, in a registry or a legacy repository. */
function namedCharts(entity: Entity): string[] {
  const annotations = entity.metadata.annotations ?? {};
  const charts = parseCharts(annotations[CHARTS_ANNOTATION] ?? '');
  const legacy = parseLegacyCharts(annotations[LEGACY_CHARTS_ANNOTATION] ?? '');
  return [
    ...charts.entries.map(
      ({ reference }) => `oci://${reference.registry}/${reference.repository}`,
    ),
    ...legacy.entries.flatMap(({ repositoryUrl, name, becomes }) => [
      `${repositoryUrl}#${name}`,
      ...(becomes ? [`oci://${becomes.registry}/${becomes.repository}`] : []),
    ]),
  ];
}

/** A group goes by its name, title and address; a person by theirs, for every group they belong to and for themselves. */
function addPeople(teams: Map<string, Set<string>>, entity: Entity): void {
  const kind = entity.kind.toLowerCase();
  if (kind !== 'group' && kind !== 'user') {
    return;
  }
  const owners = [
    stringifyEntityRef(entity),
    ...(kind === 'user' ? relationsOf(entity, RELATION_MEMBER_OF) : []),
  ];
  for (const word of wordsOf(entity)) {
    const known = teams.get(word) ?? new Set();
    owners.forEach(owner => known.add(owner));
    teams.set(word, known);
  }
}

function wordsOf({ metadata, spec }: Entity): string[] {
  const profile = spec?.profile;
  const { email, displayName } =
    typeof profile === 'object' && profile !== null && !Array.isArray(profile)
      ? profile
      : {};
  return [metadata.name, metadata.title, email, displayName].flatMap(word =>
    typeof word === 'string' && word.trim() !== ''
      ? [word.trim().toLowerCase()]
      : [],
  );
}

function relationsOf(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef)
    .sort();
}
