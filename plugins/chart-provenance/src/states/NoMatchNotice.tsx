import { Button } from '@material-ui/core';
import { Notice } from './Notice';

/**
 * The filters leave nothing over.
 *
 * @internal
 */
export const NoMatchNotice = ({
  total,
  loading,
  onClear,
}: {
  total: number;
  /** More versions are still coming. */
  loading: boolean;
  onClear: () => void;
}) => (
  <Notice
    severity="info"
    title={loading ? 'No match so far' : 'No version matches'}
    next={loading ? 'Wait, or widen the filters.' : 'Widen the filters.'}
    action={
      <Button size="small" onClick={onClear}>
        Clear filters
      </Button>
    }
  >
    The chart has {total === 1 ? '1 version' : `${total} versions`}; the filters
    leave none{loading ? ' of those loaded so far' : ''}.
  </Notice>
);
