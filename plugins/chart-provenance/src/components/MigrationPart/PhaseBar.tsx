import { makeStyles } from '@material-ui/core';
import { PhaseStep } from 'backstage-plugin-chart-provenance-common';
import { dayText } from '../../format/dayText';
import { PHASE_WORD } from '../../format/migrationWords';
import { RelativeTime } from '../atoms';
import { StateIcon, Tone } from './StateIcon';

const STATE: Record<PhaseStep['state'], { word: string; tone: Tone }> = {
  done: { word: 'past', tone: 'good' },
  present: { word: 'now', tone: 'open' },
  ahead: { word: 'ahead', tone: 'idle' },
};

const useStyles = makeStyles(theme => ({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(136px, 1fr))',
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
  return met ? ['good', 'holds'] : ['open', 'not yet'];
}

const Need = ({ need }: { need: PhaseStep['needs'][number] }) => {
  const classes = useStyles();
  const [tone, word] = needState(need.met);
  return (
    <li>
      <StateIcon tone={tone} /> <span className={classes.quiet}>{word}:</span>{' '}
      <bdi>{need.text}</bdi>
    </li>
  );
};

/** What is missing comes first; of the phases after the coming one it is a line until somebody wants to know. */
const Needs = ({ step, coming }: { step: PhaseStep; coming: boolean }) => {
  const classes = useStyles();
  const { phase, needs } = step;
  const missing = needs.filter(({ met }) => met !== true);
  const list = (
    <ul
      className={classes.needs}
      aria-label={`Needed for: ${PHASE_WORD[phase] ?? phase}`}
    >
      {[...missing, ...needs.filter(({ met }) => met === true)].map(need => (
        <Need key={need.text} need={need} />
      ))}
    </ul>
  );
  return coming ? (
    list
  ) : (
    <details>
      <summary className={classes.quiet}>
        {needs.length - missing.length} of {needs.length} needs hold
      </summary>
      {list}
    </details>
  );
};

/**
 * The phases in their order: which is now, when each was reached or is planned, and what the coming ones need.
 *
 * @internal
 */
export const PhaseBar = ({ steps }: { steps: PhaseStep[] }) => {
  const classes = useStyles();
  const coming = steps.find(({ state }) => state === 'ahead');
  return (
    <ol className={classes.list} aria-label="Phases">
      {steps.map(step => {
        const { phase, state, plannedOn, reachedAt, needs } = step;
        return (
          <li
            key={phase}
            className={`${classes.step} ${classes[state]}`}
            aria-current={state === 'present' ? 'step' : undefined}
          >
            <div className={classes.name}>
              <StateIcon tone={STATE[state].tone} />{' '}
              {PHASE_WORD[phase] ?? phase}{' '}
              <span className={classes.quiet}>({STATE[state].word})</span>
            </div>
            {reachedAt && phase !== 'notStarted' && (
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
              <Needs step={step} coming={step === coming} />
            )}
          </li>
        );
      })}
    </ol>
  );
};
