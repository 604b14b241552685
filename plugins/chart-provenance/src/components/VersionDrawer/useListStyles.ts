import { makeStyles } from '@material-ui/core';

/**
 * Dense lists and small tables inside of the drawer.
 *
 * @internal
 */
export const useListStyles = makeStyles(theme => ({
  heading: {
    margin: theme.spacing(1.5, 0, 0.5),
    fontSize: '0.8125rem',
    fontWeight: 600,
    color: theme.palette.text.secondary,
  },
  quiet: { color: theme.palette.text.secondary },
  plain: { listStyle: 'none', margin: 0, padding: 0 },
  item: { padding: theme.spacing(0.5, 0), overflowWrap: 'anywhere' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    '& th': {
      textAlign: 'left',
      fontSize: '0.75rem',
      fontWeight: 600,
      color: theme.palette.text.secondary,
    },
    '& th, & td': {
      padding: theme.spacing(0.5, 1.5, 0.5, 0),
      borderBottom: `1px solid ${theme.palette.divider}`,
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
    },
    // Never one letter a line, however long the first column is.
    '& td:not(:first-child)': { minWidth: 80 },
  },
  statement: {
    padding: theme.spacing(0.5, 0, 1.5),
    overflowWrap: 'anywhere',
    '& > dl': { marginTop: theme.spacing(0.5) },
  },
  proofs: { margin: 0, paddingLeft: theme.spacing(2.5) },
  verdict: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
  },
}));
