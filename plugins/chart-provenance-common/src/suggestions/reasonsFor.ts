import { sourceRepositoryOf } from './sourceRepositoryOf';
import { coreName } from './coreName';
import {
  Candidate,
  OwnerCandidates,
  UnclaimedFacts,
  WeighedReason,
} from './types';

/** With so many entities, what they have in common says little about each. */
const MANY = 5;

type Reasons = (
  facts: UnclaimedFacts,
  candidates: OwnerCandidates,
) => WeighedReason[];

/** The signer is proven; the entity's source location is what its catalog file says. */
const bySigner: Reasons = ({ signer }, { by }) => {
  const written =
    signer?.kind === 'keyless' ? signer.sourceRepository : undefined;
  const source = written && sourceRepositoryOf(written);
  const found = source ? by.get(`source:${source}`) ?? [] : [];
  const others =
    found.length > 1 ? `, and so do those of ${found.length - 1} others` : '';
  return found.map(({ entityRef }) => ({
    entityRef,
    kind: 'signer',
    text: `Proven: the newest version was signed by a build of ${source}. The entity's catalog file names it as its source${others}.`,
    weight: 70,
  }));
};

const byName: Reasons = ({ name }, { by }) => {
  const exact = by.get(`name:${name.toLowerCase()}`) ?? [];
  const near = by.get(`core:${coreName(name)}`) ?? [];
  return [
    ...exact.map(({ entityRef }) => ({
      entityRef,
      kind: 'name' as const,
      text: 'Claimed by the publisher: the chart has the name of the entity.',
      weight: 25,
    })),
    ...near.map(({ entityRef }) => ({
      entityRef,
      kind: 'name' as const,
      text: 'Claimed by the publisher: the chart has nearly the name of the entity.',
      weight: 15,
    })),
  ];
};

const bySource: Reasons = ({ sourceUrls }, { by }) => {
  const sources = new Set(
    sourceUrls.flatMap(url => sourceRepositoryOf(url) ?? []),
  );
  return [...sources].flatMap(source => {
    const found = by.get(`source:${source}`) ?? [];
    return found.map(({ entityRef }) => ({
      entityRef,
      kind: 'image-source' as const,
      text: `Claimed by the publisher: the chart says that it comes from ${source}, as the entity's catalog file does of the entity.`,
      weight: found.length > MANY ? 15 : 30,
    }));
  });
};

const byMaintainer: Reasons = ({ maintainers }, { by, teams }) =>
  maintainers.flatMap(({ name, email }) =>
    [name, email ?? ''].flatMap(word =>
      [...(teams.get(word.trim().toLowerCase()) ?? [])].flatMap(owner =>
        (by.get(`owner:${owner}`) ?? []).map(({ entityRef }) => ({
          entityRef,
          kind: 'maintainer' as const,
          text: `Claimed by the publisher: Chart.yaml names ${shown(
            name,
          )} as maintainer, and ${owner} owns the entity.`,
          weight: 15,
        })),
      ),
    ),
  );

/** Whoever deploys a chart need not own it, least of all when many do. */
const byWorkload: Reasons = ({ deployedBy, workloadLabels }, { by }) => {
  const deployers = deployedBy.flatMap(ref => by.get(`ref:${ref}`) ?? []);
  const labelled = [...new Set(workloadLabels)].flatMap(value =>
    (by.get(`workload:${value}`) ?? []).map(candidate => ({
      candidate,
      value,
    })),
  );
  const several = new Set([
    ...deployers.map(({ entityRef }) => entityRef),
    ...labelled.map(({ candidate }) => candidate.entityRef),
  ]).size;
  const weight = several > 1 ? 5 : 15;
  const reason = ({ entityRef }: Candidate, text: string) => ({
    entityRef,
    kind: 'workload-label' as const,
    text,
    weight,
  });
  return [
    ...deployers.map(candidate =>
      reason(
        candidate,
        'Claimed by who deploys: the entity deploys the chart.',
      ),
    ),
    ...labelled.map(({ candidate, value }) =>
      reason(
        candidate,
        `Claimed by who deploys: workloads of the chart are labelled ${shown(
          value,
        )}.`,
      ),
    ),
  ];
};

const byAnnotation: Reasons = ({ references, claimants }, { by }) =>
  [
    ...claimants
      .flatMap(ref => by.get(`ref:${ref}`) ?? [])
      .map(({ entityRef }) => ({ entityRef, weight: 25 })),
    ...references
      .flatMap(reference => by.get(`names:${reference}`) ?? [])
      .map(({ entityRef }) => ({ entityRef, weight: 25 })),
  ].map(reason => ({
    ...reason,
    kind: 'annotation' as const,
    text: "Claimed by the entity: its annotations name the chart, which the operator's rules do not allow or do not decide.",
  }));

/**
 * Everything that speaks for an entity as the owner of a chart. An entity that only its team speaks for is left out when the
 * team has many, since nothing tells them apart.
 */
export function reasonsFor(
  facts: UnclaimedFacts,
  candidates: OwnerCandidates,
): WeighedReason[] {
  const reasons = [
    bySigner,
    byName,
    bySource,
    byWorkload,
    byAnnotation,
  ].flatMap(find => find(facts, candidates));
  const maintained = byMaintainer(facts, candidates);
  const named = new Set(reasons.map(({ entityRef }) => entityRef));
  const few =
    new Set(maintained.map(({ entityRef }) => entityRef)).size <= MANY;
  return [
    ...reasons,
    ...maintained.filter(({ entityRef }) => few || named.has(entityRef)),
  ];
}

/** Written by others: one line of it, not too long, and nothing that turns the rest of the sentence around. */
function shown(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}
