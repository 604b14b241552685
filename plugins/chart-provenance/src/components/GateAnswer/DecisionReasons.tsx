import { makeStyles } from '@material-ui/core';
import {
  GateDecision,
  GateReason,
} from 'backstage-plugin-chart-provenance-common';
import { ACTOR_WORD, durationWords } from '../../format/gateWords';
import { EntityName } from '../atoms';

const useStyles = makeStyles(theme => ({
  list: {
    margin: theme.spacing(0.5, 0),
    paddingLeft: theme.spacing(2.5),
    overflowWrap: 'anywhere',
  },
  item: { marginBottom: theme.spacing(1) },
  quiet: { color: theme.palette.text.secondary },
}));

const Who = ({ who }: Pick<GateReason, 'who'>) => (
  <>
    {ACTOR_WORD[who.kind] ?? who.kind}
    {who.entityRef && (
      <>
        {' '}
        (<EntityName entityRef={who.entityRef} />)
      </>
    )}
  </>
);

/**
 * Why the gate does not say yes: each reason with what to do and who can.
 *
 * @internal
 */
export const DecisionReasons = ({
  reasons,
  retryAfterSeconds,
}: Pick<GateDecision, 'reasons' | 'retryAfterSeconds'>) => {
  const classes = useStyles();
  return (
    <>
      <ul className={classes.list} aria-label="Reasons">
        {reasons.map(({ code, message, fix, who, passing }, index) => (
          <li key={`${code} ${index}`} className={classes.item}>
            <bdi>{message}</bdi>{' '}
            <span className={classes.quiet}>
              (<code>{code}</code>
              {passing && ', may go away by itself'})
            </span>
            <div>
              <strong>What to do:</strong> <bdi>{fix}</bdi>{' '}
              <span className={classes.quiet}>
                Who can: <Who who={who} />.
              </span>
            </div>
          </li>
        ))}
      </ul>
      {retryAfterSeconds !== null && (
        <div className={classes.quiet}>
          Asking again makes sense in {durationWords(retryAfterSeconds)}.
        </div>
      )}
    </>
  );
};
