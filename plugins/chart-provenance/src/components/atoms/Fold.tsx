import { makeStyles } from '@material-ui/core';
import { ReactNode } from 'react';

const useStyles = makeStyles(theme => ({
  summary: {
    width: 'fit-content',
    cursor: 'pointer',
    color: theme.palette.text.secondary,
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 1,
    },
  },
}));

/**
 * What is only shown when it is asked for, behind a line that says what it is and how much.
 *
 * @internal
 */
export const Fold = ({
  summary,
  children,
}: {
  summary: ReactNode;
  children: ReactNode;
}) => {
  const classes = useStyles();
  return (
    <details>
      <summary className={classes.summary}>{summary}</summary>
      {children}
    </details>
  );
};
