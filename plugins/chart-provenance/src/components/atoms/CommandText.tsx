import { makeStyles } from '@material-ui/core';
import { CopyButton } from './CopyButton';

const useStyles = makeStyles(theme => ({
  root: {
    position: 'relative',
    margin: theme.spacing(0.5, 0),
    background: theme.palette.background.default,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
  },
  text: {
    margin: 0,
    padding: theme.spacing(1, 4, 1, 1),
    fontFamily: 'monospace',
    fontSize: '0.8125rem',
    lineHeight: 1.5,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  copy: { position: 'absolute', top: 4, right: 4 },
}));

/**
 * Text to be pasted elsewhere, copied as it stands. `label` names it.
 *
 * @internal
 */
export const CommandText = ({
  text,
  label,
}: {
  text: string;
  label: string;
}) => {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <pre className={classes.text} aria-label={label}>
        {text}
      </pre>
      <span className={classes.copy}>
        <CopyButton text={text} label={label} />
      </span>
    </div>
  );
};
