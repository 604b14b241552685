import { makeStyles } from '@material-ui/core';

/**
 * Dense panels and tables.
 *
 * @internal
 */
export const usePanelStyles = makeStyles(theme => ({
  // What is wider than a narrow page scrolls by itself.
  panel: { margin: theme.spacing(3, 0), overflowX: 'auto' },
  heading: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: theme.spacing(1.5),
    marginBottom: theme.spacing(1),
  },
  title: { fontSize: '1rem', fontWeight: 600, margin: 0 },
  aside: { color: theme.palette.text.secondary, fontSize: '0.8125rem' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: '0.875rem',
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    '& th': {
      textAlign: 'left',
      fontSize: '0.75rem',
      fontWeight: 600,
      color: theme.palette.text.secondary,
    },
    '& th, & td': {
      padding: theme.spacing(0.75, 1.5),
      borderBottom: `1px solid ${theme.palette.divider}`,
      verticalAlign: 'top',
    },
    '& td:first-child, & th:first-child': { whiteSpace: 'nowrap' },
  },
  text: { overflowWrap: 'anywhere', minWidth: 200 },
  number: { fontVariantNumeric: 'tabular-nums' },
  small: { fontSize: '0.875rem' },
}));
