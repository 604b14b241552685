import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useEntityProvenance } from '../../hooks/useEntityProvenance';
import { FailureNotice, LinesSkeleton } from '../../states';
import { CardContent } from './CardContent';

/**
 * The overview card. Nothing at all for an entity without charts and without problems.
 *
 * @internal
 */
export const OverviewCard = () => {
  const { entity } = useEntity();
  const { value, error, reload } = useEntityProvenance(
    stringifyEntityRef(entity),
  );
  if (value && value.charts.length === 0 && value.problems.length === 0) {
    return null;
  }
  if (!value && !error && !claimsChart(entity)) {
    return null;
  }
  return (
    <section aria-label="Chart provenance overview">
      <InfoCard
        title="Chart provenance"
        // A large title would push the answer below the fold of a small screen.
        titleTypographyProps={{ variant: 'h6' }}
        headerStyle={{ paddingTop: 12, paddingBottom: 12 }}
      >
        {error && (
          <FailureNotice error={error} subject="entity" onRetry={reload} />
        )}
        {!value && !error && (
          <LinesSkeleton
            label="Loading chart provenance"
            widths={['70%', '50%']}
          />
        )}
        {value && <CardContent provenance={value} onReload={reload} />}
      </InfoCard>
    </section>
  );
};

/** Sure to become a card: only then a skeleton, else most components would show one that vanishes. */
function claimsChart(entity: Entity): boolean {
  return Boolean(entity.metadata.annotations?.['chart-provenance/charts']);
}
