import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { EntityProvenance } from 'backstage-plugin-chart-provenance-common';
import { useEntityProvenance } from '../../hooks/useEntityProvenance';
import { useSelection } from '../../hooks/useSelection';
import {
  FailureNotice,
  NoChartNotice,
  NotSeenNotice,
  ProblemNotice,
  TabSkeleton,
  UnknownChartNotice,
} from '../../states';
import { ChartPanel } from './ChartPanel';

const EntityCharts = ({
  entity,
  provenance,
  onReload,
}: {
  entity: Entity;
  provenance: EntityProvenance;
  onReload: () => void;
}) => {
  const selection = useSelection();
  const { charts, problems } = provenance;
  const named = charts.find(({ chartId }) => chartId === selection.chartId);
  const chart = named ?? charts[0];
  return (
    <>
      {problems.map((problem, index) => (
        <ProblemNotice
          key={index}
          entityRef={provenance.entityRef}
          problem={problem}
        />
      ))}
      {!chart &&
        problems.length === 0 &&
        (provenance.catalogSeenAt ? (
          <NoChartNotice entity={entity} />
        ) : (
          <NotSeenNotice onReload={onReload} />
        ))}
      {chart && selection.chartId && !named && (
        <UnknownChartNotice shown={chart.reference} />
      )}
      {chart && (
        <ChartPanel
          key={chart.chartId}
          entityRef={provenance.entityRef}
          charts={charts}
          chart={chart}
          selection={selection}
          onReload={onReload}
        />
      )}
    </>
  );
};

/**
 * The Provenance part of the entity tab: the chart chosen in the address bar, with its versions.
 *
 * @internal
 */
export const ProvenanceTab = () => {
  const { entity } = useEntity();
  const { value, error, reload } = useEntityProvenance(
    stringifyEntityRef(entity),
  );
  return (
    <section aria-label="Chart provenance">
      {error && (
        <FailureNotice error={error} subject="entity" onRetry={reload} />
      )}
      {!value && !error && <TabSkeleton />}
      {value && (
        <EntityCharts entity={entity} provenance={value} onReload={reload} />
      )}
    </section>
  );
};
