import { makeStyles } from '@material-ui/core';
import {
  ChartSummary,
  Freshness,
} from 'backstage-plugin-chart-provenance-common';
import { reasonTitle } from '../../format/reasonWords';
import { useRefresh } from '../../hooks/useRefresh';
import { FailureNotice } from '../../states';
import { RelativeTime } from '../atoms';
import { RefreshButton } from './RefreshButton';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: theme.palette.text.secondary,
    fontSize: '0.8125rem',
  },
}));

const FreshnessWords = ({ freshness }: { freshness: Freshness }) => {
  const { stale, problem, lastSuccessAt, nextTryAt } = freshness;
  // What was never read cannot have gone stale.
  const failed = lastSuccessAt ? 'last look failed' : 'not read yet';
  if (stale || problem) {
    return (
      <span>
        {stale && lastSuccessAt ? 'stale' : failed}
        {problem && `: ${reasonTitle(problem.code)}`}
        {nextTryAt && (
          <>
            , next try <RelativeTime at={nextTryAt} />
          </>
        )}
      </span>
    );
  }
  return lastSuccessAt ? (
    <span>
      seen <RelativeTime at={lastSuccessAt} />
    </span>
  ) : (
    <span>not looked at yet</span>
  );
};

/**
 * When the chart was last looked at, in one line, with the button to look again.
 *
 * @internal
 */
export const FreshnessLine = ({
  entityRef,
  chart,
  onRefreshed,
}: {
  entityRef: string;
  chart: Pick<ChartSummary, 'chartId' | 'freshness'>;
  /** Called while waiting for the index, to look whether it is done. */
  onRefreshed: () => void;
}) => {
  const classes = useStyles();
  const { chartId, freshness } = chart;
  const { waiting, error, refresh } = useRefresh(
    { entityRef, chartId },
    freshness.lastAttemptAt,
    onRefreshed,
  );
  return (
    <>
      <span className={classes.line} role="status">
        {waiting ? 'looking again…' : <FreshnessWords freshness={freshness} />}
        <RefreshButton
          entityRef={entityRef}
          waiting={waiting}
          onRefresh={refresh}
        />
      </span>
      {error && (
        <FailureNotice error={error} subject="refresh" onRetry={refresh} />
      )}
    </>
  );
};
