import { makeStyles } from '@material-ui/core';
import { EvidenceRow, Reason } from 'backstage-plugin-chart-provenance-common';
import { reasonAdvice, reasonTitle } from '../../format/reasonWords';
import { EvidenceLink } from './EvidenceLink';

const useStyles = makeStyles(theme => ({
  quiet: { color: theme.palette.text.secondary },
}));

/**
 * A reason with the evidence that led to it and what to do about it; without, where the same was said just above.
 *
 * @internal
 */
export const ReasonText = ({
  reason,
  evidence,
  advised = false,
}: {
  reason: Reason;
  evidence: EvidenceRow[];
  advised?: boolean;
}) => {
  const classes = useStyles();
  return (
    <div>
      <strong>{reasonTitle(reason.code)}</strong>: <bdi>{reason.message}</bdi>
      {reason.evidence && (
        <div className={classes.quiet}>
          told by <EvidenceLink digest={reason.evidence} evidence={evidence} />
        </div>
      )}
      {reason.code !== 'policy-met' && !advised && (
        <div className={classes.quiet}>
          What to do: {reasonAdvice(reason.code)}
        </div>
      )}
    </div>
  );
};
