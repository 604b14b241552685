import { ChartSummary } from 'backstage-plugin-chart-provenance-common';
import { Selection } from '../../hooks/useSelection';
import {
  EmptyNotice,
  FirstIndexingNotice,
  FreshnessNotice,
  needsFreshnessNotice,
  UnjudgeableNotice,
} from '../../states';
import { ChartHeader } from './ChartHeader';
import { VersionList } from './VersionList';

/**
 * One chart of the entity: what it is, how it stands, its versions.
 *
 * @internal
 */
export const ChartPanel = (props: {
  entityRef: string;
  charts: ChartSummary[];
  chart: ChartSummary;
  selection: Selection;
  onReload: () => void;
}) => {
  const { entityRef, chart, selection } = props;
  return (
    <>
      <ChartHeader {...props} />
      {chart.state === 'firstIndexing' && (
        <FirstIndexingNotice progress={chart.progress} />
      )}
      {needsFreshnessNotice(chart) && <FreshnessNotice chart={chart} />}
      {nobodySaid(chart) && <UnjudgeableNotice chart={chart} />}
      {chart.state === 'empty' ? (
        <EmptyNotice chart={chart} />
      ) : (
        hasVersions(chart) && (
          <VersionList
            entityRef={entityRef}
            chart={chart}
            selection={selection}
          />
        )
      )}
    </>
  );
};

function hasVersions({ counts }: ChartSummary): boolean {
  return Object.values(counts).some(count => count > 0);
}

function nobodySaid({ policies, newest }: ChartSummary): boolean {
  return policies.length === 0 || newest?.verdict.reason.code === 'no-policy';
}
