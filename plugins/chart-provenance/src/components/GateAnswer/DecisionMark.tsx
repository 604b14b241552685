import { makeStyles } from '@material-ui/core';
import DenyIcon from '@material-ui/icons/Block';
import AllowIcon from '@material-ui/icons/CheckCircleOutline';
import UndecidedIcon from '@material-ui/icons/HelpOutline';
import { GateDecision } from 'backstage-plugin-chart-provenance-common';
import { DECISION_WORD } from '../../format/gateWords';

const ICONS = {
  allow: AllowIcon,
  deny: DenyIcon,
  undecided: UndecidedIcon,
};

const useStyles = makeStyles(theme => ({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontWeight: 600,
    whiteSpace: 'nowrap',
  },
  icon: { fontSize: '1.125rem' },
  allow: { color: theme.palette.success.main },
  deny: { color: theme.palette.error.main },
  undecided: { color: theme.palette.text.secondary },
}));

/**
 * A decision: its word, and a picture beside it. One that this page does not know is never shown as allowed.
 *
 * @internal
 */
export const DecisionMark = ({ decision }: Pick<GateDecision, 'decision'>) => {
  const classes = useStyles();
  const known = Object.hasOwn(ICONS, decision) ? decision : 'undecided';
  const Icon = ICONS[known];
  return (
    <span className={classes.root}>
      <Icon
        className={`${classes.icon} ${classes[known]}`}
        aria-hidden="true"
      />
      {DECISION_WORD[known]}
    </span>
  );
};
