import { makeStyles } from '@material-ui/core';
import { DoctorCheck } from 'backstage-plugin-chart-provenance-common';
import { RESULT_WORD, WHO } from './doctorWords';
import { ResultIcon } from './ResultIcon';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'grid',
    gridTemplateColumns: '136px minmax(0, 1fr)',
    columnGap: theme.spacing(1.5),
    padding: theme.spacing(0.5, 0),
    borderTop: `1px solid ${theme.palette.divider}`,
  },
  result: { display: 'flex', gap: theme.spacing(0.75) },
  text: { overflowWrap: 'anywhere' },
  what: { fontWeight: 600 },
  next: { marginTop: theme.spacing(0.25) },
  note: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

/**
 * One check: how it came out, what was found, what to do and who can.
 *
 * @internal
 */
export const CheckItem = ({ check }: { check: DoctorCheck }) => {
  const classes = useStyles();
  const { result, what, sentence, next, who, notes } = check;
  return (
    <li className={classes.root}>
      <span className={classes.result}>
        <ResultIcon result={result} />
        {RESULT_WORD[result]}
      </span>
      <div className={classes.text}>
        <span className={classes.what}>{what}:</span> {sentence}
        {next && (
          <div className={classes.next}>
            <strong>What to do:</strong> {next}
            {who && <em> ({WHO[who]})</em>}
          </div>
        )}
        {notes.map(note => (
          <div key={note} className={classes.note}>
            {note}
          </div>
        ))}
      </div>
    </li>
  );
};
