import { Link } from '@backstage/core-components';
import { makeStyles } from '@material-ui/core';
import { GateDecision } from 'backstage-plugin-chart-provenance-common';
import { enforcedWords } from '../../format/gateWords';
import { usePageHref } from '../../hooks/usePageHref';
import { RelativeTime } from '../atoms';
import { DecisionMark } from './DecisionMark';
import { DecisionReasons } from './DecisionReasons';

const useStyles = makeStyles(theme => ({
  root: { marginTop: theme.spacing(1) },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1.5),
  },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

/**
 * What the gate said to a question, in short; its page explains the rest.
 *
 * @internal
 */
export const GateAnswer = ({ decision }: { decision: GateDecision }) => {
  const classes = useStyles();
  const pageHref = usePageHref();
  const { id, environment, reasons, retryAfterSeconds } = decision;
  const href = pageHref('gate', { decision: id });
  return (
    <div className={classes.root}>
      <div className={classes.line}>
        <DecisionMark decision={decision.decision} />
        <span>
          for <bdi>{environment}</bdi>, which is {enforcedWords(decision)}
        </span>
        {!decision.enforced && decision.decision !== 'allow' && (
          <span>A pipeline could go on all the same today.</span>
        )}
        <span className={classes.quiet}>
          <RelativeTime at={decision.decidedAt} />
          {decision.policies.length > 0 &&
            ` · policy ${decision.policies.join(', ')}`}
        </span>
        {href && <Link to={href}>How it was decided</Link>}
      </div>
      {reasons.length > 0 && (
        <DecisionReasons
          reasons={reasons}
          retryAfterSeconds={retryAfterSeconds}
        />
      )}
    </div>
  );
};
