import {
  EntityProblem,
  LEGACY_CHARTS_ANNOTATION,
} from 'backstage-plugin-chart-provenance-common';

/** What an entry of `chart-provenance/legacy-charts` can be refused for. */
export type LegacyRefusal =
  | { code: 'legacy-not-configured' }
  /** `chart`: `oci://…` that is not the entity's; null when it owns none of that name. */
  | { code: 'legacy-not-yours'; chart: string | null }
  /** `others`: who says so too; empty when the entity contradicts itself. */
  | { code: 'legacy-ambiguous'; others: readonly string[] }
  /** `rule`: where the operator says the chart was, or what it became. */
  | { code: 'legacy-overruled'; rule: string };

/** Why an entry does not count, and what to do. `place` is `https://…#name`. */
export function legacyProblem(
  place: string,
  refusal: LegacyRefusal,
): EntityProblem {
  const base = {
    code: refusal.code,
    annotation: LEGACY_CHARTS_ANNOTATION,
    reference: place,
  };
  switch (refusal.code) {
    case 'legacy-not-configured':
      return {
        ...base,
        message: `The legacy repository of ${place} is not configured, so it was not contacted.`,
        fix: 'Ask the operator to add it to chartProvenance.legacyRepositories.',
      };
    case 'legacy-not-yours':
      return refusal.chart === null
        ? {
            ...base,
            message: `This entity owns no chart of the name that ${place} ends in, so nobody can tell what became of it.`,
            fix: `Write what it became, as in ${place}=oci://ghcr.io/acme/charts/new-name.`,
          }
        : {
            ...base,
            message: `${refusal.chart} is not this entity's chart, so it says nothing about ${place}.`,
            fix: `Name a chart of this entity, or let the owner of ${refusal.chart} say it.`,
          };
    case 'legacy-ambiguous':
      return refusal.others.length > 0
        ? {
            ...base,
            message: `${place} is also said to be a chart of ${refusal.others.join(
              ', ',
            )}.`,
            fix: 'Let one of the entities drop it, or ask the operator to write it into a rule.',
            claimants: [...refusal.others],
          }
        : {
            ...base,
            message: `It does not tell which one chart ${place} became, or names a second place for one chart.`,
            fix: 'Write one place for each chart, and the chart behind an equals sign.',
          };
    default:
      return {
        ...base,
        message: `The operator's rule says otherwise: ${refusal.rule}.`,
        fix: 'Remove it, or ask the operator to change the legacy of the rule.',
      };
  }
}
