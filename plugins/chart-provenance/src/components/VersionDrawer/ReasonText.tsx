import { makeStyles } from '@material-ui/core';
import { EvidenceRow, Reason } from 'backstage-plugin-chart-provenance-common';
import { reasonAdvice, reasonTitle } from '../../format/reasonWords';
import { EvidenceLink } from './EvidenceLink';

const useStyles = makeStyles(theme => ({
  quiet: { color: theme.palette.text.secondary },
}));

/**
 * A reason with the evidence that led to it and what to do about it; without, where that was said just above.
 *
 * @internal
 */
export const ReasonText = ({
  reason,
  evidence,
  above = [],
}: {
  reason: Reason;
  evidence: EvidenceRow[];
  /** What stands above: no word of it is said again. */
  above?: readonly Reason[];
}) => {
  const classes = useStyles();
  if (above.some(said => sameReason(said, reason))) {
    return (
      <div>
        <strong>{reasonTitle(reason.code)}</strong>, as said above
      </div>
    );
  }
  const advised = above.some(({ code }) => code === reason.code);
  return (
    <div>
      <strong>{reasonTitle(reason.code)}</strong>: <bdi>{reason.message}</bdi>
      {reason.evidence && (
        <div className={classes.quiet}>
          shown by <EvidenceLink digest={reason.evidence} evidence={evidence} />
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

function sameReason(one: Reason, other: Reason): boolean {
  return (
    one.code === other.code &&
    one.message === other.message &&
    one.evidence === other.evidence
  );
}
