import { makeStyles } from '@material-ui/core';

/**
 * Nested lists with a line down the side of each.
 *
 * @internal
 */
export const useTreeStyles = makeStyles(theme => ({
  root: {
    padding: theme.spacing(1, 2),
    background: theme.palette.background.paper,
    border: `1px solid ${theme.palette.divider}`,
    borderRadius: theme.shape.borderRadius,
    fontSize: '0.875rem',
  },
  list: {
    listStyle: 'none',
    margin: 0,
    paddingLeft: theme.spacing(2),
    borderLeft: `1px solid ${theme.palette.divider}`,
  },
  item: { padding: theme.spacing(0.25, 0) },
  fold: {
    padding: theme.spacing(0.25, 0.5),
    border: 0,
    background: 'none',
    color: 'inherit',
    font: 'inherit',
    fontWeight: 600,
    textAlign: 'left',
    cursor: 'pointer',
    borderRadius: theme.shape.borderRadius,
    '&:hover': { background: theme.palette.action.hover },
  },
  count: {
    marginLeft: theme.spacing(1),
    color: theme.palette.text.secondary,
    fontWeight: 400,
  },
  consumer: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
  },
  quiet: { color: theme.palette.text.secondary },
}));
