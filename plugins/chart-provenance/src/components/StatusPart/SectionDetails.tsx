import { makeStyles } from '@material-ui/core';
import { DoctorSection } from 'backstage-plugin-chart-provenance-common';
import { CheckItem } from './CheckItem';
import { anchorOf, countsText, mergeAlike, summaryOf } from './doctorWords';
import { ResultIcon } from './ResultIcon';

const useStyles = makeStyles(theme => ({
  root: {
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    marginBottom: theme.spacing(0.75),
    fontSize: '0.875rem',
  },
  summary: {
    cursor: 'pointer',
    padding: theme.spacing(0.75, 1.5),
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
  },
  name: { fontWeight: 600, margin: theme.spacing(0, 1, 0, 0.75) },
  aside: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  checks: { listStyle: 'none', margin: 0, padding: theme.spacing(0, 1.5, 1) },
  fine: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  notes: {
    margin: theme.spacing(0, 1.5, 1),
    color: theme.palette.text.secondary,
    fontSize: '0.8125rem',
  },
}));

/**
 * What was found of one thing. Open when somebody has to do something.
 *
 * @internal
 */
export const SectionDetails = ({ section }: { section: DoctorSection }) => {
  const classes = useStyles();
  const { counts, worst } = summaryOf(section.checks);
  const fine = section.checks.filter(({ result }) => result === 'ok');
  const others = mergeAlike(
    section.checks.filter(({ result }) => result !== 'ok'),
  );
  return (
    <details
      id={anchorOf(section.id)}
      className={classes.root}
      open={worst === 'failed' || worst === 'warning'}
    >
      <summary className={classes.summary}>
        <ResultIcon result={worst} />
        <span className={classes.name}>{section.title}</span>
        <span className={classes.aside}>
          {section.product && `${section.product} · `}
          {countsText(counts)}
        </span>
      </summary>
      <ul className={classes.checks}>
        {(worst === 'ok' ? fine : others).map(check => (
          <CheckItem key={check.id} check={check} />
        ))}
      </ul>
      {worst !== 'ok' && fine.length > 0 && (
        <details className={classes.fine}>
          <summary className={classes.summary}>
            {fine.length} fine: {fine.map(({ what }) => what).join(', ')}
          </summary>
          <ul className={classes.checks}>
            {fine.map(check => (
              <CheckItem key={check.id} check={check} />
            ))}
          </ul>
        </details>
      )}
      {section.notes.length > 0 && (
        <div className={classes.notes}>
          Good to know: {section.notes.join(' ')}
        </div>
      )}
    </details>
  );
};
