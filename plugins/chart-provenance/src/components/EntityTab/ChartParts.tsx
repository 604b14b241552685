import {
  ChartSummary,
  EntityProvenance,
} from 'backstage-plugin-chart-provenance-common';
import { lazy, Suspense } from 'react';
import { Selection, useSelection } from '../../hooks/useSelection';
import { TabPart, useTabPart } from '../../hooks/useTabPart';
import { RowsSkeleton, UnknownChartNotice } from '../../states';
import { PartNav } from '../PartNav';
import { ProvenancePart } from '../ProvenancePart';
import { ChartHeader } from './ChartHeader';

const AdoptPart = lazy(() =>
  import('../AdoptPart').then(m => ({ default: m.AdoptPart })),
);
const ConsumersPart = lazy(() =>
  import('../ConsumersPart').then(m => ({ default: m.ConsumersPart })),
);
const MigrationPart = lazy(() =>
  import('../MigrationPart').then(m => ({ default: m.MigrationPart })),
);

const TITLES: [TabPart, string][] = [
  ['provenance', 'Provenance'],
  ['consumers', 'Consumers'],
  ['migration', 'Migration'],
  ['adopt', 'Adopt'],
];

const Part = ({
  part,
  entityRef,
  chart,
  selection,
}: {
  part: TabPart;
  entityRef: string;
  chart: ChartSummary;
  selection: Selection;
}) => {
  switch (part) {
    case 'consumers':
      return (
        <ConsumersPart
          entityRef={entityRef}
          chart={chart}
          selection={selection}
        />
      );
    case 'migration':
      return (
        <MigrationPart
          entityRef={entityRef}
          chart={chart}
          selection={selection}
        />
      );
    case 'adopt':
      return <AdoptPart entityRef={entityRef} chart={chart} />;
    default:
      return (
        <ProvenancePart
          entityRef={entityRef}
          chart={chart}
          selection={selection}
        />
      );
  }
};

/**
 * The chart chosen in the address bar, and the part of it that the path names.
 *
 * @internal
 */
export const ChartParts = ({
  provenance,
  onReload,
}: {
  provenance: EntityProvenance;
  onReload: () => void;
}) => {
  const { entityRef, charts } = provenance;
  const selection = useSelection();
  const { part, hrefOf } = useTabPart();
  const named = charts.find(({ chartId }) => chartId === selection.chartId);
  const chart = named ?? charts[0];
  const chosen = named
    ? `?${new URLSearchParams({ chart: named.chartId })}`
    : '';
  return (
    <>
      <PartNav
        label="Parts of chart provenance"
        parts={TITLES.map(([id, title]) => ({
          title,
          to: hrefOf(id, chosen),
          present: id === part,
        }))}
      />
      {selection.chartId && !named && (
        <UnknownChartNotice shown={chart.reference} />
      )}
      <ChartHeader
        key={chart.chartId}
        entityRef={entityRef}
        charts={charts}
        chart={chart}
        selection={selection}
        onReload={onReload}
      />
      <Suspense fallback={<RowsSkeleton />}>
        <Part
          key={chart.chartId}
          part={part}
          entityRef={entityRef}
          chart={chart}
          selection={selection}
        />
      </Suspense>
    </>
  );
};
