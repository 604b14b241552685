import { useApi } from '@backstage/core-plugin-api';
import { useRef } from 'react';
import { chartProvenanceApiRef } from '../../api';
import { useFocusOnClose } from '../../hooks/useFocusOnClose';
import { useLoad } from '../../hooks/useLoad';
import { FailureNotice, LinesSkeleton } from '../../states';
import { usePanelStyles } from '../Panel';
import { DecisionDrawer } from './DecisionDrawer';
import { DecisionLog } from './DecisionLog';
import { ExportButtons } from './ExportButtons';
import { EnvironmentPanel } from './EnvironmentPanel';
import { ImpactPanel } from './ImpactPanel';
import { LogToolbar } from './LogToolbar';
import { useGateAddress } from './useGateAddress';

const PAGE_SIZE = 50;

/**
 * What the gate decided, about the charts that the reader may see; where it blocks; and what a change would block.
 *
 * @internal
 */
export const GatePart = () => {
  const classes = usePanelStyles();
  const api = useApi(chartProvenanceApiRef);
  const address = useGateAddress();
  const listRef = useRef<HTMLDivElement>(null);
  const query = { ...address.query, limit: PAGE_SIZE };
  const { value, error, reload } = useLoad(JSON.stringify(query), signal =>
    api.getGateLog(query, { signal }),
  );
  useFocusOnClose(address.decision, listRef);
  return (
    <main aria-labelledby="gate-log">
      <div className={classes.heading}>
        <h2 id="gate-log" className={classes.title}>
          Gate log
        </h2>
      </div>
      {error && (
        <FailureNotice error={error} subject="gateLog" onRetry={reload} />
      )}
      {value && <EnvironmentPanel environments={value.environments} />}
      <ImpactPanel
        environments={value?.environments ?? []}
        rows={value?.items ?? []}
      />
      <div className={classes.heading}>
        <h3 className={classes.title}>Decisions</h3>
        {value && value.items.length > 0 && (
          <ExportButtons query={address.query} />
        )}
      </div>
      {(value || !error || address.narrowed) && (
        <LogToolbar
          address={address}
          environments={value?.environments ?? []}
        />
      )}
      {!value && !error && (
        <LinesSkeleton
          label="Loading what the gate decided"
          widths={['100%', '100%', '100%', '100%', '100%']}
          height={36}
        />
      )}
      {value && (
        <DecisionLog
          page={value}
          query={query}
          address={address}
          listRef={listRef}
        />
      )}
      <DecisionDrawer
        id={address.decision}
        onClose={() => address.select({ decision: null })}
      />
    </main>
  );
};
