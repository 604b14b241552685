import { useConsumes } from '../../hooks/useConsumes';
import { FailureNotice, LinesSkeleton } from '../../states';
import { Panel } from '../Panel';
import { UsedChartTable } from './UsedChartTable';

/**
 * What an entity that has charts of its own uses of others. Said in a line when it is nothing. Who deploys its own charts stands with
 * those, so they are left out.
 *
 * @internal
 */
export const UsesSection = ({ entityRef }: { entityRef: string }) => {
  const { value, error, reload } = useConsumes(entityRef);
  const ofOthers = value && {
    ...value,
    charts: value.charts.filter(({ ownerRef }) => ownerRef !== entityRef),
  };
  return (
    <Panel title="Charts of others that it uses">
      {error && (
        <FailureNotice error={error} subject="consumes" onRetry={reload} />
      )}
      {!value && !error && (
        <LinesSkeleton label="Loading the charts it uses" widths={['100%']} />
      )}
      {ofOthers && <UsedChartTable list={ofOthers} />}
    </Panel>
  );
};
