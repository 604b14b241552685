import {
  ANNOTATION_SOURCE_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  CHARTS_ANNOTATION,
  CONSUMES_ANNOTATION,
  LEGACY_CHARTS_ANNOTATION,
  parseCharts,
  parseConsumes,
  ParsedAnnotation,
  parseLegacyCharts,
  parseTrustPolicy,
  TRUST_POLICY_ANNOTATION,
} from 'backstage-plugin-chart-provenance-common';
import { ownerKeysOf } from './ownerKeys';
import { EntityWord } from './types';

/** Reads an entity's annotations. Never throws: what does not parse becomes a problem, and the rest still counts. */
export function readEntityWord(entity: Entity): EntityWord {
  const read = <T>(
    annotation: string,
    parse: (value: string) => ParsedAnnotation<T>,
  ): ParsedAnnotation<T> => {
    const value = entity.metadata.annotations?.[annotation];
    return value === undefined ? { entries: [], problems: [] } : parse(value);
  };
  const charts = read(CHARTS_ANNOTATION, parseCharts);
  const legacy = read(LEGACY_CHARTS_ANNOTATION, parseLegacyCharts);
  const policies = read(TRUST_POLICY_ANNOTATION, parseTrustPolicy);
  return {
    entityRef: stringifyEntityRef(entity),
    entity: charts.entries.length > 0 ? entity : null,
    charts: charts.entries.map(({ reference }) => reference),
    legacyCharts: legacy.entries,
    requestedPolicies: policies.entries.map(({ policy }) => policy),
    sourceLocation: entity.metadata.annotations?.[ANNOTATION_SOURCE_LOCATION],
    ownerKeys: ownerKeysOf(entity),
    problems: [
      ...charts.problems,
      ...policies.problems,
      ...legacy.problems,
      ...read(CONSUMES_ANNOTATION, parseConsumes).problems,
    ],
  };
}
