import { DoctorSection } from 'backstage-plugin-chart-provenance-common';
import { ChartProvenanceConfig } from '../../config';
import { checkOf, warning } from '../check';

/** Legacy repositories that rules name and nobody configured: they are not contacted. */
export function unconfiguredLegacy({
  rules,
  legacyRepositories,
}: ChartProvenanceConfig): DoctorSection[] {
  const configured = legacyRepositories.map(({ url }) => url);
  const named = rules.flatMap(({ rule }) =>
    rule.legacy === undefined
      ? []
      : [rule.legacy.replace(/#.*$/, '').replace(/\/+$/, '')],
  );
  return [...new Set(named)]
    .filter(url => !configured.includes(url))
    .map(url => ({
      id: `legacy:${url}`,
      kind: 'legacy' as const,
      title: url,
      product: null,
      checks: [
        checkOf(
          'configured',
          'Configured',
          warning(
            'A rule names it, and legacyRepositories does not: it is not contacted.',
            {
              what: `Add {url: ${url}} to legacyRepositories, with auth if it wants that.`,
              who: 'operator',
            },
          ),
        ),
      ],
      notes: [],
    }));
}
