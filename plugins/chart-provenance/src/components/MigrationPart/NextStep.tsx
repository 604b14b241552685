import { Button, makeStyles } from '@material-ui/core';
import { MigrationState } from 'backstage-plugin-chart-provenance-common';
import { PHASE_WORD, RESPONSIBLE_WORD } from '../../format/migrationWords';
import { CommandText } from '../atoms';
import { goToCheck } from './lineId';

const useStyles = makeStyles(theme => ({
  root: {
    marginBottom: theme.spacing(2),
    padding: theme.spacing(1.5, 2),
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderLeft: `4px solid ${theme.palette.primary.main}`,
    borderRadius: theme.shape.borderRadius,
    overflowWrap: 'anywhere',
  },
  title: { margin: 0, fontSize: '1rem', fontWeight: 600 },
  text: { margin: theme.spacing(0.5, 0) },
  because: {
    margin: theme.spacing(0, 0, 2),
    fontSize: '0.875rem',
    overflowWrap: 'anywhere',
  },
}));

/**
 * What comes next and who must take it, unless the first alarm says just that; then which phase this is, and why.
 *
 * @internal
 */
export const NextStep = ({ state }: { state: MigrationState }) => {
  const classes = useStyles();
  const { nextStep, phase, because, reference } = state;
  const said = nextStep !== null && nextStep.text === state.alarms[0]?.fix;
  return (
    <>
      {!said && (
        <section className={classes.root} aria-label="Next step">
          <h3 className={classes.title}>
            {nextStep
              ? `Next step, for ${
                  RESPONSIBLE_WORD[nextStep.responsible] ?? nextStep.responsible
                }`
              : 'Nothing is left to do'}
          </h3>
          {nextStep && (
            <p className={classes.text}>
              <bdi>{nextStep.text}</bdi>
            </p>
          )}
          {nextStep?.responsible === 'platform' && (
            <CommandText
              label="request to send"
              text={`For the move of ${reference} to the registry, please take the next step: ${nextStep.text}`}
            />
          )}
          {nextStep?.checkId && (
            <Button
              size="small"
              variant="outlined"
              onClick={() => nextStep.checkId && goToCheck(nextStep.checkId)}
            >
              Show the check
            </Button>
          )}
        </section>
      )}
      <p className={classes.because}>
        <strong>{PHASE_WORD[phase] ?? phase}:</strong> <bdi>{because}</bdi>
      </p>
    </>
  );
};
