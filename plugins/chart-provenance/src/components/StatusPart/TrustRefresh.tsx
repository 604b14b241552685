import { TrustStatus } from 'backstage-plugin-chart-provenance-common';
import { RelativeTime } from '../atoms';
import { usePanelStyles } from '../Panel';

/**
 * How old trust material is and when it is refreshed. Its age is counted from when the newest signed metadata became known, not from
 * the last try.
 *
 * @internal
 */
export const TrustRefresh = ({
  refresh,
}: {
  /** Undefined from a backend that is older than this page. */
  refresh: TrustStatus['refresh'] | undefined;
}) => {
  const classes = usePanelStyles();
  if (!refresh) {
    return <span className={classes.aside}>read at start</span>;
  }
  const { lastSuccessAt, signedSince, staleAt, stale, nextTryAt, problem } =
    refresh;
  return (
    <>
      <div>
        {lastSuccessAt ? (
          <>
            refreshed <RelativeTime at={lastSuccessAt} />
          </>
        ) : (
          'never refreshed yet'
        )}
        {nextTryAt && (
          <>
            , next try <RelativeTime at={nextTryAt} />
          </>
        )}
      </div>
      <div className={classes.aside}>
        {signedSince && (
          <>
            newest metadata known since <RelativeTime at={signedSince} />
          </>
        )}
        {signedSince && staleAt && ', '}
        {staleAt && (
          <>
            {stale ? 'stale since' : 'stale'} <RelativeTime at={staleAt} />
          </>
        )}
      </div>
      {problem && (
        <div>
          The last try failed: <bdi>{problem}</bdi>
        </div>
      )}
    </>
  );
};
