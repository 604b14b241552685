import { usePermission } from '@backstage/plugin-permission-react';
import { IconButton } from '@material-ui/core';
import RefreshIcon from '@material-ui/icons/Refresh';
import { chartProvenanceChartRefreshPermission } from 'backstage-plugin-chart-provenance-common';

/**
 * Asks for a look at the chart. Without the permission it stays in place, disabled, and says why.
 *
 * @internal
 */
export const RefreshButton = ({
  entityRef,
  waiting,
  onRefresh,
}: {
  entityRef: string;
  waiting: boolean;
  onRefresh: () => void;
}) => {
  const permission = usePermission({
    permission: chartProvenanceChartRefreshPermission,
    resourceRef: entityRef,
  });
  const denied = !permission.loading && !permission.allowed;
  const why = `You may not refresh: ask your platform team for ${chartProvenanceChartRefreshPermission.name} on this entity`;
  return (
    <>
      <span title={denied ? why : 'Look at the registry again'}>
        <IconButton
          size="small"
          aria-label={denied ? why : 'Refresh'}
          disabled={!permission.allowed || waiting}
          onClick={onRefresh}
        >
          <RefreshIcon fontSize="small" />
        </IconButton>
      </span>
      {denied && <span title={why}>no permission to refresh</span>}
    </>
  );
};
