import { useConsumes } from '../../hooks/useConsumes';
import { FailureNotice, LinesSkeleton } from '../../states';
import { Panel } from '../Panel';
import { UsedChartTable } from './UsedChartTable';

/**
 * What an entity that has charts of its own uses itself. Said in a line when it is nothing.
 *
 * @internal
 */
export const UsesSection = ({ entityRef }: { entityRef: string }) => {
  const { value, error, reload } = useConsumes(entityRef);
  return (
    <Panel title="Uses">
      {error && (
        <FailureNotice error={error} subject="consumes" onRetry={reload} />
      )}
      {!value && !error && (
        <LinesSkeleton label="Loading the charts it uses" widths={['100%']} />
      )}
      {value && <UsedChartTable list={value} />}
    </Panel>
  );
};
