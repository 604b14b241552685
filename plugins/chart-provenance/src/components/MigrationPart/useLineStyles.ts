import { makeStyles } from '@material-ui/core';

/**
 * Lines of checks: the result beside what it is of.
 *
 * @internal
 */
export const useLineStyles = makeStyles(theme => ({
  list: {
    listStyle: 'none',
    margin: 0,
    padding: theme.spacing(0, 2),
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    fontSize: '0.875rem',
  },
  line: {
    display: 'grid',
    gridTemplateColumns: '150px minmax(0, 1fr)',
    columnGap: theme.spacing(1.5),
    padding: theme.spacing(1, 0),
    '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
    '&:target, &:focus': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: 2,
    },
  },
  result: { display: 'flex', gap: theme.spacing(0.75) },
  text: { minWidth: 0, overflowWrap: 'anywhere' },
  claim: { fontWeight: 600 },
  quiet: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  goTo: { color: theme.palette.primary.main },
  next: { marginTop: theme.spacing(0.5) },
}));
