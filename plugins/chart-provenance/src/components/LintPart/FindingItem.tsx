import { Button, makeStyles } from '@material-ui/core';
import { LintFinding } from 'backstage-plugin-chart-provenance-common';
import { ExactText } from '../atoms';
import { RuleLink } from '../RuleLink';
import { SEVERITY_WORD } from './lintWords';

const useStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1, 1.5),
    borderLeft: '4px solid transparent',
    borderBottom: `1px solid ${theme.palette.divider}`,
    overflowWrap: 'anywhere',
    fontSize: '0.875rem',
  },
  error: { borderLeftColor: theme.palette.error.main },
  warning: { borderLeftColor: theme.palette.warning.main },
  info: { borderLeftColor: theme.palette.info.main },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 1),
  },
  place: { minWidth: 0, padding: theme.spacing(0, 0.5) },
  rule: {
    marginLeft: 'auto',
    fontSize: '0.75rem',
    color: theme.palette.text.secondary,
  },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
}));

/**
 * One finding: where, what is wrong, what the tool would have said, and what to do.
 *
 * @internal
 */
export const FindingItem = ({
  finding,
  stale,
  onGo,
  onApply,
}: {
  finding: LintFinding;
  /** The text has changed since: its place may be another by now. */
  stale: boolean;
  onGo: () => void;
  onApply: () => void;
}) => {
  const classes = useStyles();
  const { rule, severity, start, message, tool, fix, correction } = finding;
  const place = `${start.line}:${start.column}`;
  return (
    <li className={`${classes.root} ${classes[severity] ?? ''}`}>
      <div className={classes.head}>
        <strong>{SEVERITY_WORD[severity] ?? severity}</strong>
        <Button
          size="small"
          className={classes.place}
          disabled={stale}
          aria-label={`Go to line ${start.line}, column ${start.column}`}
          onClick={onGo}
        >
          {place}
        </Button>
        <span className={classes.rule}>
          <RuleLink rule={rule} anchor={finding.anchor} />
        </span>
      </div>
      <div>
        <bdi>{message}</bdi>
      </div>
      {tool && (
        <>
          <div className={classes.quiet}>
            <bdi>{tool.name}</bdi> prints:
          </div>
          <ExactText>{tool.prints}</ExactText>
        </>
      )}
      <div>
        <strong>What to do:</strong> <bdi>{fix}</bdi>
        {correction !== null && (
          <Button size="small" disabled={stale} onClick={onApply}>
            Apply
          </Button>
        )}
      </div>
    </li>
  );
};
