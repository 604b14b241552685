import { makeStyles } from '@material-ui/core';

/**
 * The list of texts.
 *
 * @internal
 */
export const useNavStyles = makeStyles(theme => ({
  root: { fontSize: '0.875rem' },
  group: {
    margin: theme.spacing(1.5, 0, 0.25),
    padding: theme.spacing(0, 1),
    fontSize: '0.75rem',
    fontWeight: 600,
    color: theme.palette.text.secondary,
  },
  list: { listStyle: 'none', margin: 0, padding: 0 },
  link: {
    display: 'block',
    padding: theme.spacing(0.5, 1),
    borderLeft: '3px solid transparent',
    borderRadius: theme.shape.borderRadius,
    color: theme.palette.text.primary,
    overflowWrap: 'anywhere',
    '&:hover': { background: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
    // The whole reason, for whoever comes near.
    '&:hover > span, &:focus > span': { whiteSpace: 'normal' },
  },
  present: {
    borderLeftColor: theme.palette.primary.main,
    background: theme.palette.action.selected,
    fontWeight: 600,
    '& > span': { whiteSpace: 'normal' },
  },
  unavailable: { color: theme.palette.text.secondary },
  reason: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: '0.75rem',
    fontWeight: 400,
  },
}));
