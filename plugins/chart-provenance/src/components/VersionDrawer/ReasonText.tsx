import { makeStyles } from '@material-ui/core';
import { Reason } from 'backstage-plugin-chart-provenance-common';
import { reasonAdvice, reasonTitle } from '../../format/reasonWords';

const useStyles = makeStyles(theme => ({
  quiet: { color: theme.palette.text.secondary },
}));

/**
 * A reason with what to do about it; without, where the same was said just above.
 *
 * @internal
 */
export const ReasonText = ({
  reason,
  advised = false,
}: {
  reason: Reason;
  advised?: boolean;
}) => {
  const classes = useStyles();
  return (
    <div>
      <strong>{reasonTitle(reason.code)}</strong>: <bdi>{reason.message}</bdi>
      {reason.code !== 'policy-met' && !advised && (
        <div className={classes.quiet}>
          What to do: {reasonAdvice(reason.code)}
        </div>
      )}
    </div>
  );
};
