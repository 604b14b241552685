import { makeStyles } from '@material-ui/core';

/**
 * Lines of the card.
 *
 * @internal
 */
export const useCardStyles = makeStyles(theme => ({
  root: {
    fontSize: '0.875rem',
    '& + &': {
      marginTop: theme.spacing(1.5),
      paddingTop: theme.spacing(1.5),
      borderTop: `1px solid ${theme.palette.divider}`,
    },
  },
  quiet: { color: theme.palette.text.secondary },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0.25, 1.5),
    marginBottom: theme.spacing(0.75),
    overflowWrap: 'anywhere',
  },
  alarm: {
    marginBottom: theme.spacing(0.75),
    fontWeight: 600,
    overflowWrap: 'anywhere',
    '& svg': {
      marginRight: theme.spacing(0.5),
      fontSize: '1.125rem',
      verticalAlign: 'text-bottom',
      color: theme.palette.error.main,
    },
  },
}));
