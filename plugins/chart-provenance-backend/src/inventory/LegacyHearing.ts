import {
  chartIdOf,
  formatLegacyPlace,
  LegacyChartClaim,
  matchRepository,
  parseLegacyPlace,
} from 'backstage-plugin-chart-provenance-common';
import { LegacyRefusal } from './legacyProblems';
import { addTo } from './addTo';
import { ownerOf, Resolution } from './resolution';
import { FoundNames, OperatorWord } from './types';

/** An entry that may count, of the chart it is about. */
export interface HeardPlace {
  entityRef: string;
  /** `https://…#name` */
  place: string;
  chartId: string;
}

/** Compares single entries with the operator's word. */
export class LegacyHearing {
  readonly #rules: OperatorWord['rules'];
  readonly #configured: ReadonlySet<string>;
  readonly #byId: ReadonlyMap<string, Resolution>;
  readonly #owned = new Map<string, Resolution[]>();
  readonly #ruled = new Map<string, Resolution[]>();
  readonly #listed = new Map<string, ReadonlySet<string>>();

  constructor(
    { rules, legacyRepositories }: OperatorWord,
    resolutions: readonly Resolution[],
    legacy: FoundNames['legacy'],
  ) {
    this.#rules = rules;
    this.#configured = new Set(
      legacyRepositories.map(({ url }) => prefixOf(url)),
    );
    this.#byId = new Map(resolutions.map(one => [one.chartId, one]));
    for (const resolution of resolutions) {
      addTo(this.#owned, ownerOf(resolution), resolution);
      addTo(this.#ruled, rulePlace(resolution), resolution);
    }
    for (const { url, everListed } of legacy) {
      this.#listed.set(
        prefixOf(url),
        new Set(everListed.map(name => formatLegacyPlace({ url, name }))),
      );
    }
  }

  /** Undefined: the entry says what the rule says. */
  hear(
    entityRef: string,
    claim: LegacyChartClaim,
  ): HeardPlace | LegacyRefusal | undefined {
    if (!this.#configured.has(prefixOf(claim.repositoryUrl))) {
      return { code: 'legacy-not-configured' };
    }
    const target = this.#target(entityRef, claim);
    if ('code' in target) {
      return target;
    }
    const place = claimedPlace(claim);
    const ruled = rulePlace(target);
    if (ruled === place) {
      return undefined;
    }
    const another = (this.#ruled.get(place) ?? []).find(isSomebodys);
    if (another) {
      const { registry, repository } = another.candidate;
      const chart = `oci://${registry}/${repository}`;
      return ownerOf(another) === entityRef
        ? { code: 'legacy-overruled', rule: `${place} became ${chart}` }
        : { code: 'legacy-not-yours', chart };
    }
    return ruled === undefined || this.#wasCalled(place, ruled, target)
      ? { entityRef, place, chartId: target.chartId }
      : { code: 'legacy-overruled', rule: `the chart was ${ruled}` };
  }

  #target(
    entityRef: string,
    { name, becomes }: LegacyChartClaim,
  ): Resolution | LegacyRefusal {
    const owned = this.#owned.get(entityRef) ?? [];
    if (becomes) {
      const { registry, repository } = becomes;
      const match = matchRepository(this.#rules, registry, repository);
      const host = match?.registry ?? registry;
      const target = this.#byId.get(chartIdOf(host.toLowerCase(), repository));
      return target && ownerOf(target) === entityRef
        ? target
        : {
            code: 'legacy-not-yours',
            chart: `oci://${registry}/${repository}`,
          };
    }
    const named = owned.filter(
      ({ candidate: { repository } }) =>
        repository.slice(repository.lastIndexOf('/') + 1) === name,
    );
    if (named.length > 1) {
      return { code: 'legacy-ambiguous', others: [] };
    }
    return named[0] ?? { code: 'legacy-not-yours', chart: null };
  }

  /**
   * Was the chart called otherwise than a placeholder of the rule makes it? Only if its index never listed that name, and did list
   * the one that is claimed. A rule that writes the name in full is no guess.
   */
  #wasCalled(place: string, ruled: string, target: Resolution): boolean {
    const listed = this.#listed.get(
      prefixOf(ruled.slice(0, ruled.indexOf('#'))),
    );
    const isGuess = target.candidate.match?.rule.legacy?.includes('{') ?? false;
    const claimed = this.#listed.get(
      prefixOf(place.slice(0, place.indexOf('#'))),
    );
    return (
      isGuess && listed?.has(ruled) === false && claimed?.has(place) === true
    );
  }
}

/** Is there more to the chart than that the name could be it? */
function isSomebodys(resolution: Resolution): boolean {
  const { tellers } = resolution.candidate;
  return (
    resolution.ownership.state !== 'unowned' ||
    tellers.has('rule') ||
    tellers.has('listing')
  );
}

/** Where the rule says that a chart was. */
export function rulePlace({
  candidate: { match },
}: Resolution): string | undefined {
  const place =
    match?.legacy === undefined ? undefined : parseLegacyPlace(match.legacy);
  return place && formatLegacyPlace(place);
}

function prefixOf(url: string): string {
  return formatLegacyPlace({ url, name: '' }).slice(0, -1);
}

/** The place that an entry names. */
export function claimedPlace({
  repositoryUrl,
  name,
}: LegacyChartClaim): string {
  return formatLegacyPlace({ url: repositoryUrl, name });
}
