import { makeStyles } from '@material-ui/core';

const useStyles = makeStyles(theme => ({
  root: {
    display: 'block',
    margin: theme.spacing(0.5, 0),
    fontFamily: 'monospace',
    fontSize: '0.8125rem',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  mark: {
    // The letter keeps the text's colour: red letters cannot be read on the dark theme's grey.
    color: 'inherit',
    background: 'transparent',
    fontWeight: 700,
    textDecoration: `underline wavy ${theme.palette.error.main}`,
  },
}));

/**
 * An annotation's value as written, with the first bad character marked and named.
 *
 * @internal
 */
export const MarkedValue = ({
  value,
  position,
}: {
  value: string;
  /** Zero-based. */
  position?: number;
}) => {
  const classes = useStyles();
  if (position === undefined || position < 0 || position > value.length) {
    return <code className={classes.root}>{value}</code>;
  }
  const bad = value.slice(position, position + 1);
  return (
    <>
      , character {position + 1}:
      <code className={classes.root}>
        {value.slice(0, position)}
        <mark className={classes.mark}>{bad || '⟨end⟩'}</mark>
        {value.slice(position + 1)}
      </code>
    </>
  );
};
