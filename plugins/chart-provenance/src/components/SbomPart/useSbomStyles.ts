import { makeStyles } from '@material-ui/core';

/**
 * Height of one component in pixels; fixed, so that thousands scroll smoothly.
 *
 * @internal
 */
export const ROW_HEIGHT = 44;

/**
 * The choices above the components, and their table.
 *
 * @internal
 */
export const useSbomStyles = makeStyles(theme => {
  const line = {
    display: 'grid',
    gridTemplateColumns:
      'minmax(180px, 2.4fr) minmax(110px, 1.2fr) 110px minmax(110px, 1.3fr)',
    columnGap: theme.spacing(1.5),
    alignItems: 'center',
    padding: theme.spacing(0, 1.5),
    boxSizing: 'border-box' as const,
    minWidth: 640,
  };
  return {
    quiet: { color: theme.palette.text.secondary },
    choices: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      marginBottom: theme.spacing(1),
    },
    counts: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'baseline',
      gap: theme.spacing(0, 1),
      margin: theme.spacing(1, 0, 0.5),
    },
    filter: {
      width: 240,
      padding: theme.spacing(0, 1),
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      background: theme.palette.background.paper,
      fontSize: '0.875rem',
      '&:focus-within': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 1,
      },
    },
    select: { fontSize: '0.875rem', maxWidth: 420 },
    narrow: { fontSize: '0.875rem', maxWidth: 200 },
    scroller: {
      overflow: 'auto',
      maxHeight: 440,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 1,
      },
    },
    changing: { opacity: 0.5 },
    line,
    compared: {
      gridTemplateColumns:
        'minmax(180px, 2.2fr) minmax(120px, 1.3fr) 110px minmax(100px, 1.1fr) 84px',
    },
    header: {
      position: 'sticky',
      top: 0,
      zIndex: 1,
      height: 30,
      background: theme.palette.background.paper,
      borderBottom: `1px solid ${theme.palette.divider}`,
      color: theme.palette.text.secondary,
      fontSize: '0.75rem',
      fontWeight: 600,
    },
    body: { position: 'relative', minWidth: 640 },
    row: {
      position: 'absolute',
      left: 0,
      width: '100%',
      height: ROW_HEIGHT,
      borderBottom: `1px solid ${theme.palette.divider}`,
      fontSize: '0.8125rem',
      lineHeight: 1.3,
    },
    cell: {
      minWidth: 0,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      '& > div': { overflow: 'hidden', textOverflow: 'ellipsis' },
    },
    name: { fontWeight: 600 },
    small: { color: theme.palette.text.secondary, fontSize: '0.75rem' },
    added: { fontWeight: 600, color: theme.palette.text.primary },
    removed: { textDecoration: 'line-through' },
    more: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1.5),
      minHeight: 34,
    },
  };
});
