import { makeStyles } from '@material-ui/core';

const useStyles = makeStyles(theme => ({
  root: {
    margin: theme.spacing(0.25, 0),
    paddingLeft: theme.spacing(1),
    borderLeft: `2px solid ${theme.palette.divider}`,
    color: theme.palette.text.secondary,
    fontFamily: 'monospace',
    fontSize: '0.75rem',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
}));

/**
 * What stands above in words, to the letter.
 *
 * @internal
 */
export const ExactText = ({ children }: { children: string }) => {
  const classes = useStyles();
  return (
    <div className={classes.root}>
      <bdi>{children}</bdi>
    </div>
  );
};
