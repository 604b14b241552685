import { Entity } from '@backstage/catalog-model';
import { EntityProvenance } from 'backstage-plugin-chart-provenance-common';
import { lazy, Suspense } from 'react';
import { useConsumes } from '../../hooks/useConsumes';
import {
  FailureNotice,
  LinesSkeleton,
  NoChartNotice,
  NotSeenNotice,
} from '../../states';

const UsedCharts = lazy(() =>
  import('../ConsumersPart').then(m => ({ default: m.UsedCharts })),
);

const Skeleton = () => (
  <LinesSkeleton
    label="Loading the charts that this entity uses"
    widths={['30%', '100%', '100%']}
  />
);

/**
 * An entity without charts of its own: the charts it uses; without those, how it can have some.
 *
 * @internal
 */
export const WithoutChart = ({
  entity,
  provenance,
  onReload,
}: {
  entity: Entity;
  provenance: EntityProvenance;
  onReload: () => void;
}) => {
  const { entityRef, problems, catalogSeenAt } = provenance;
  const { value, error, reload } = useConsumes(entityRef);
  if (!value && !error) {
    return <Skeleton />;
  }
  if (value && value.charts.length > 0) {
    return (
      <Suspense fallback={<Skeleton />}>
        {error && (
          <FailureNotice error={error} subject="consumes" onRetry={reload} />
        )}
        <UsedCharts list={value} />
      </Suspense>
    );
  }
  return (
    <>
      {error && (
        <FailureNotice error={error} subject="consumes" onRetry={reload} />
      )}
      {problems.length === 0 &&
        (catalogSeenAt ? (
          <NoChartNotice entity={entity} />
        ) : (
          <NotSeenNotice onReload={onReload} />
        ))}
    </>
  );
};
