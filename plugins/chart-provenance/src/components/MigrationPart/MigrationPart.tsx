import { ChartSummary } from 'backstage-plugin-chart-provenance-common';
import { useCallback } from 'react';
import { Migration, useMigration } from '../../hooks/useMigration';
import { Selection } from '../../hooks/useSelection';
import { useTabPart } from '../../hooks/useTabPart';
import { FailureNotice, LinesSkeleton, Notice } from '../../states';
import { AlarmList } from './AlarmList';
import { CheckGroups } from './CheckGroups';
import { ExportButton } from './ExportButton';
import { NextStep } from './NextStep';
import { ParityPanel } from './ParityPanel';
import { PhaseBar } from './PhaseBar';
import { PlanPanel } from './PlanPanel';
import { RetireImpactLink } from './RetireImpactLink';
import { RollbackPanel } from './RollbackPanel';

const NoLegacyNotice = ({ name }: { name: string }) => (
  <Notice
    severity="info"
    title="Nobody knows of a legacy repository of this chart"
    next={`If there is one, name it by the annotation chart-provenance/legacy-charts, e.g. https://charts.example.com#${name}, or ask your platform team to add it to the rule. If there never was one, there is nothing to do.`}
  >
    So there is nothing to compare, and the checks are those of any chart in a
    registry.
  </Notice>
);

type State = NonNullable<Migration['value']>;

const MigrationContent = ({
  state,
  migration,
  entityRef,
  chart,
  selection,
}: {
  state: State;
  migration: Migration;
  entityRef: string;
  chart: ChartSummary;
  selection: Selection;
}) => {
  const { hrefOf } = useTabPart();
  const { chartId, name } = chart;
  const hrefOfVersion = useCallback(
    (digest: string) =>
      hrefOf(
        'provenance',
        `?${new URLSearchParams({ chart: chartId, version: digest })}`,
      ),
    [hrefOf, chartId],
  );
  return (
    <>
      <AlarmList alarms={state.alarms} nextStep={state.nextStep} />
      <NextStep state={state} />
      <PhaseBar steps={state.steps} />
      {state.parity ? (
        <RetireImpactLink chartId={chartId} />
      ) : (
        <NoLegacyNotice name={name} />
      )}
      <CheckGroups state={state} signOff={migration.signOff} />
      <PlanPanel state={state} setPlan={migration.setPlan} />
      {state.parity && (
        <ParityPanel
          parity={state.parity}
          hrefOfVersion={hrefOfVersion}
          selection={selection}
        />
      )}
      <RollbackPanel rollback={state.rollback} />
      <ExportButton chart={{ entityRef, chartId }} name={name} />
    </>
  );
};

/**
 * The Migration part of the entity tab: what is alarming, what is next, how far it is, and what that stands on.
 *
 * @internal
 */
export const MigrationPart = ({
  entityRef,
  chart,
  selection,
}: {
  entityRef: string;
  chart: ChartSummary;
  selection: Selection;
}) => {
  const migration = useMigration({ entityRef, chartId: chart.chartId });
  const { value, error, reload } = migration;
  return (
    <>
      {error && (
        <FailureNotice error={error} subject="migration" onRetry={reload} />
      )}
      {!value && !error && (
        <LinesSkeleton
          label="Loading the migration"
          widths={['70%', '40%', '100%', '100%', '100%', '100%']}
          height={36}
        />
      )}
      {value && (
        <MigrationContent
          state={value}
          migration={migration}
          entityRef={entityRef}
          chart={chart}
          selection={selection}
        />
      )}
    </>
  );
};
