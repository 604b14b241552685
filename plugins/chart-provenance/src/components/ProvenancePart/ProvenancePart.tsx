import { ChartSummary } from 'backstage-plugin-chart-provenance-common';
import { Selection } from '../../hooks/useSelection';
import {
  EmptyNotice,
  FirstIndexingNotice,
  FreshnessNotice,
  needsFreshnessNotice,
  UnjudgeableNotice,
} from '../../states';
import { VersionList } from './VersionList';

/**
 * The Provenance part of the entity tab: how the chart stands, and its versions.
 *
 * @internal
 */
export const ProvenancePart = ({
  entityRef,
  chart,
  selection,
}: {
  entityRef: string;
  chart: ChartSummary;
  selection: Selection;
}) => (
  <>
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

function hasVersions({ counts }: ChartSummary): boolean {
  return Object.values(counts).some(count => count > 0);
}

function nobodySaid({ policies, newest }: ChartSummary): boolean {
  return policies.length === 0 || newest?.verdict.reason.code === 'no-policy';
}
