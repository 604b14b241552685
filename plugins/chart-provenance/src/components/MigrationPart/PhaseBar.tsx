import { makeStyles } from '@material-ui/core';
import { PhaseStep } from 'backstage-plugin-chart-provenance-common';
import { dayText } from '../../format/dayText';
import { PHASE_WORD } from '../../format/migrationWords';
import { RelativeTime } from '../atoms';
import { StateIcon, Tone } from './StateIcon';

const STATE: Record<PhaseStep['state'], { word: string; tone: Tone }> = {
  done: { word: 'done', tone: 'good' },
  present: { word: 'now', tone: 'open' },
  ahead: { word: 'ahead', tone: 'idle' },
};

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(170px, 1fr))',
    gap: theme.spacing(1),
    listStyle: 'none',
    margin: theme.spacing(0, 0, 3),
    padding: 0,
    fontSize: '0.8125rem',
  },
  step: {
    padding: theme.spacing(1, 1.5),
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderTopWidth: 4,
    borderRadius: theme.shape.borderRadius,
    overflowWrap: 'anywhere',
  },
  done: { borderTopColor: theme.palette.success.main },
  present: { borderTopColor: theme.palette.primary.main },
  ahead: {},
  name: { fontWeight: 600 },
  quiet: { color: theme.palette.text.secondary },
  needs: { listStyle: 'none', margin: theme.spacing(0.5, 0, 0), padding: 0 },
}));

/** Whether something holds that a phase needs; null when it could not be told. */
function needState(met: boolean | null): [Tone, string] {
  if (met === null) {
    return ['unsure', 'could not tell'];
  }
  return met ? ['good', 'holds'] : ['bad', 'not yet'];
}

const Need = ({ need }: { need: PhaseStep['needs'][number] }) => {
  const [tone, word] = needState(need.met);
  return (
    <li>
      <StateIcon tone={tone} /> <bdi>{need.text}</bdi> ({word})
    </li>
  );
};

/**
 * The phases in their order: which is now, when each was reached or is planned, and what the coming ones need.
 *
 * @internal
 */
export const PhaseBar = ({ steps }: { steps: PhaseStep[] }) => {
  const classes = useStyles();
  return (
    <ol className={classes.list} aria-label="Phases">
      {steps.map(({ phase, state, plannedOn, reachedAt, needs }) => (
        <li
          key={phase}
          className={`${classes.step} ${classes[state]}`}
          aria-current={state === 'present' ? 'step' : undefined}
        >
          <div className={classes.name}>
            <StateIcon tone={STATE[state].tone} /> {PHASE_WORD[phase] ?? phase}{' '}
            <span className={classes.quiet}>({STATE[state].word})</span>
          </div>
          {reachedAt && (
            <div className={classes.quiet}>
              reached <RelativeTime at={reachedAt} />
            </div>
          )}
          {plannedOn && (
            <div className={classes.quiet}>
              planned for {dayText(plannedOn)}
            </div>
          )}
          {state === 'ahead' && needs.length > 0 && (
            <ul
              className={classes.needs}
              aria-label={`Needed for: ${PHASE_WORD[phase] ?? phase}`}
            >
              {needs.map(need => (
                <Need key={need.text} need={need} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
};
