import { makeStyles } from '@material-ui/core';

/**
 * Height of one row in pixels; fixed, so that the scrollbar is right before a row was ever drawn.
 *
 * @internal
 */
export const ROW_HEIGHT = 56;

/**
 * Height of the sticky header in pixels.
 *
 * @internal
 */
export const HEADER_HEIGHT = 36;

/**
 * One grid for header and rows. What matters comes first: on a narrow page the columns from SBOM on are reached by scrolling.
 *
 * @internal
 */
export const useTableStyles = makeStyles(theme => {
  const line = {
    display: 'grid',
    gridTemplateColumns:
      'minmax(136px, 1fr) 112px minmax(240px, 2.4fr) minmax(170px, 1.5fr) 72px 96px 104px',
    columnGap: theme.spacing(2),
    alignItems: 'center',
    padding: theme.spacing(0, 2),
    minWidth: 1060,
    boxSizing: 'border-box' as const,
    // Where little is seen, the verdict stands beside the version and the digest goes to the end.
    [theme.breakpoints.down('xs')]: {
      gridTemplateColumns:
        '110px minmax(240px, 2.4fr) minmax(170px, 1.5fr) 72px 96px 104px 112px',
      '& > :nth-child(2)': { order: 1 },
    },
  };
  return {
    scroller: {
      overflow: 'auto',
      maxHeight: '62vh',
      background: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      fontSize: '0.875rem',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: 1,
      },
    },
    header: {
      ...line,
      position: 'sticky',
      top: 0,
      zIndex: 1,
      height: HEADER_HEIGHT,
      background: theme.palette.background.paper,
      borderBottom: `1px solid ${theme.palette.divider}`,
      color: theme.palette.text.secondary,
      fontSize: '0.75rem',
      fontWeight: 600,
    },
    body: { position: 'relative', minWidth: 1060 },
    row: {
      ...line,
      position: 'absolute',
      left: 0,
      width: '100%',
      height: ROW_HEIGHT,
      cursor: 'pointer',
      borderBottom: `1px solid ${theme.palette.divider}`,
      '&:hover': { background: theme.palette.action.hover },
    },
    active: {
      boxShadow: `inset 3px 0 0 ${theme.palette.primary.main}`,
    },
    open: { background: theme.palette.action.selected },
    cell: {
      minWidth: 0,
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    aside: {
      marginLeft: theme.spacing(0.75),
      color: theme.palette.text.secondary,
      fontSize: '0.75rem',
    },
    link: {
      color: theme.palette.primary.main,
      textDecoration: 'none',
      '&:hover': { textDecoration: 'underline' },
    },
    nothing: { color: theme.palette.text.secondary },
  };
});
