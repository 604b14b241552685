import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useEntityProvenance } from '../../hooks/useEntityProvenance';
import { FailureNotice, ProblemNotice, TabSkeleton } from '../../states';
import { ChartParts } from './ChartParts';
import { WithoutChart } from './WithoutChart';

/**
 * The entity tab: provenance, consumers and migration of the chart that the address names; for an entity without charts, what
 * it uses.
 *
 * @internal
 */
export const EntityTab = () => {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const { value, error, reload } = useEntityProvenance(entityRef);
  return (
    <section aria-label="Chart provenance">
      {error && (
        <FailureNotice error={error} subject="entity" onRetry={reload} />
      )}
      {!value && !error && <TabSkeleton />}
      {value?.problems.map((problem, index) => (
        <ProblemNotice
          key={index}
          entityRef={value.entityRef}
          problem={problem}
        />
      ))}
      {value &&
        (value.charts.length > 0 ? (
          <ChartParts provenance={value} onReload={reload} />
        ) : (
          <WithoutChart entity={entity} provenance={value} onReload={reload} />
        ))}
    </section>
  );
};
