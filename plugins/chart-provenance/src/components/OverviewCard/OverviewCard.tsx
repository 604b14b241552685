import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { InfoCard } from '@backstage/core-components';
import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityProvenance } from 'backstage-plugin-chart-provenance-common';
import { ReactNode } from 'react';
import { useEntityProvenance } from '../../hooks/useEntityProvenance';
import { useOverview } from '../../hooks/useOverview';
import { FailureNotice, LinesSkeleton } from '../../states';
import { CardContent } from './CardContent';

const SKELETON = (
  <LinesSkeleton label="Loading chart provenance" widths={['70%', '50%']} />
);

const CardFrame = ({ children }: { children: ReactNode }) => (
  <section aria-label="Chart provenance overview">
    <InfoCard
      title="Chart provenance"
      // A large title would push the answer below the fold of a small screen.
      titleTypographyProps={{ variant: 'h6' }}
      headerStyle={{ paddingTop: 12, paddingBottom: 12 }}
    >
      {children}
    </InfoCard>
  </section>
);

/**
 * The overview card. Nothing at all for an entity without charts, without problems and without charts of others that it uses.
 *
 * @internal
 */
export const OverviewCard = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { value, error, reload } = useEntityProvenance(entityRef);
  const overview = useOverview(entityRef);
  const uses = (overview.value?.consumes.length ?? 0) > 0;
  if (value && isBlank(value) && !uses && !saysItConsumes(entity)) {
    return null;
  }
  if (value && isBlank(value) && !uses && !overview.error) {
    return overview.value ? null : <CardFrame>{SKELETON}</CardFrame>;
  }
  if (!value && !error && !claimsChart(entity)) {
    return null;
  }
  return (
    <CardFrame>
      {error && (
        <FailureNotice error={error} subject="entity" onRetry={reload} />
      )}
      {!value && !error && SKELETON}
      {value && (
        <CardContent
          provenance={value}
          overview={overview}
          onReload={() => {
            reload();
            overview.reload();
          }}
        />
      )}
    </CardFrame>
  );
};

function isBlank({ charts, problems }: EntityProvenance): boolean {
  return charts.length === 0 && problems.length === 0;
}

/** Sure to become a card: only then a skeleton, else most components would show one that vanishes. */
function claimsChart(entity: Entity): boolean {
  return (
    Boolean(entity.metadata.annotations?.['chart-provenance/charts']) ||
    saysItConsumes(entity)
  );
}

function saysItConsumes(entity: Entity): boolean {
  return Boolean(entity.metadata.annotations?.['chart-provenance/consumes']);
}
