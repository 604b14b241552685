import { ErrorLike } from '@backstage/errors';
import { Button } from '@material-ui/core';
import { failureWords } from '../../states/failureWords';
import { useCardStyles } from './useCardStyles';

/**
 * What the card lacks because the overview could not be had, in one line: the verdicts above are not touched by that.
 *
 * @internal
 */
export const OverviewMissing = ({
  error,
  onRetry,
}: {
  error: ErrorLike;
  onRetry: () => void;
}) => {
  const classes = useCardStyles();
  const { title, next, retry } = failureWords(error, 'overview');
  return (
    <div className={`${classes.line} ${classes.quiet}`} role="status">
      <span>
        What runs, who uses it and how far its move is are missing here. {title}
        . <strong>What to do:</strong> {next}
      </span>
      {retry && (
        <Button size="small" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
};
