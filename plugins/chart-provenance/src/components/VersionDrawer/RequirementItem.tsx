import { makeStyles } from '@material-ui/core';
import FailedIcon from '@material-ui/icons/Close';
import MetIcon from '@material-ui/icons/Check';
import UndecidedIcon from '@material-ui/icons/HelpOutline';
import {
  EvidenceRow,
  Reason,
  RequirementResult,
} from 'backstage-plugin-chart-provenance-common';
import { ExactText } from '../atoms';
import { EvidenceLink } from './EvidenceLink';
import { provenBy } from './provenBy';
import { ReasonText } from './ReasonText';

const RESULT = {
  met: { word: 'Met', Icon: MetIcon },
  failed: { word: 'Not met', Icon: FailedIcon },
  undecided: { word: 'Undecided', Icon: UndecidedIcon },
};

const useStyles = makeStyles(theme => ({
  root: {
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
  },
  icon: { fontSize: '1.125rem', marginTop: 1 },
  met: { color: theme.palette.success.main },
  failed: { color: theme.palette.error.main },
  undecided: { color: theme.palette.text.secondary },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  quiet: { color: theme.palette.text.secondary },
}));

const MetBy = ({
  digest,
  evidence,
}: {
  digest: string;
  evidence: EvidenceRow[];
}) => {
  const classes = useStyles();
  const signers = provenBy(evidence.find(row => row.digest === digest));
  return (
    <div className={classes.quiet}>
      by <EvidenceLink digest={digest} evidence={evidence} />
      {signers.length > 0 && (
        <>
          , made by <bdi>{signers.join(' and ')}</bdi>
        </>
      )}
    </div>
  );
};

/**
 * One requirement: met, by which evidence and whose; or not, why, and against what exactly.
 *
 * @internal
 */
export const RequirementItem = ({
  requirement,
  evidence,
  above,
}: {
  requirement: RequirementResult;
  evidence: EvidenceRow[];
  /** Reasons that stand above it. */
  above: readonly Reason[];
}) => {
  const classes = useStyles();
  const { result, title, asks, policy, metBy, reasons } = requirement;
  const { word, Icon } = RESULT[result];
  return (
    <li className={classes.root}>
      <Icon className={`${classes.icon} ${classes[result]}`} aria-hidden />
      <div className={classes.text}>
        <strong>{word}</strong>: <bdi>{title}</bdi>
        <span className={classes.quiet}>
          {policy ? ` (policy ${policy})` : ' (holds for every chart)'}
        </span>
        {asks?.map(exactly => (
          <ExactText key={exactly}>{exactly}</ExactText>
        ))}
        {metBy.map(digest => (
          <MetBy key={digest} digest={digest} evidence={evidence} />
        ))}
        {reasons.map((reason, index) => (
          <ReasonText
            key={index}
            reason={reason}
            evidence={evidence}
            above={[...above, ...reasons.slice(0, index)]}
          />
        ))}
      </div>
    </li>
  );
};
