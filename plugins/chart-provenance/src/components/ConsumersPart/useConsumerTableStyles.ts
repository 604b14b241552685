import { makeStyles } from '@material-ui/core';

/**
 * Heights in pixels; fixed, so that the scrollbar is right before a line was ever drawn.
 *
 * @internal
 */
export const LINE_HEIGHT = { environment: 34, owner: 28, consumer: 68 };

/**
 * Height of the sticky header in pixels.
 *
 * @internal
 */
export const HEADER_HEIGHT = 36;

const MIN_WIDTH = 1120;

/**
 * One grid for header and lines; on a narrow page the columns to the right are reached by scrolling.
 *
 * @internal
 */
export const useConsumerTableStyles = makeStyles(theme => {
  const line = {
    display: 'grid',
    gridTemplateColumns:
      'minmax(150px, 1.3fr) minmax(170px, 1.5fr) minmax(200px, 2fr) 120px minmax(105px, 0.8fr) 76px minmax(110px, 0.8fr) minmax(76px, 0.6fr)',
    columnGap: theme.spacing(1.5),
    alignItems: 'center',
    padding: theme.spacing(0, 2),
    minWidth: MIN_WIDTH,
    boxSizing: 'border-box' as const,
  };
  const placed = { position: 'absolute' as const, left: 0, width: '100%' };
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
    body: { position: 'relative', minWidth: MIN_WIDTH },
    heading: {
      ...placed,
      display: 'flex',
      alignItems: 'center',
      minWidth: MIN_WIDTH,
      boxSizing: 'border-box',
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    environment: {
      padding: theme.spacing(0, 2),
      background: theme.palette.background.default,
      fontWeight: 600,
    },
    owner: {
      padding: theme.spacing(0, 2),
      color: theme.palette.text.secondary,
      fontSize: '0.8125rem',
    },
    row: {
      ...line,
      ...placed,
      cursor: 'pointer',
      borderBottom: `1px solid ${theme.palette.divider}`,
      '&:hover': { background: theme.palette.action.hover },
    },
    active: { boxShadow: `inset 3px 0 0 ${theme.palette.primary.main}` },
    open: { background: theme.palette.action.selected },
    cell: {
      minWidth: 0,
      maxHeight: '100%',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
    wrapped: {
      whiteSpace: 'normal',
      overflowWrap: 'anywhere',
      lineHeight: 1.3,
    },
    quiet: { color: theme.palette.text.secondary, fontSize: '0.75rem' },
    // As much of it as fits the line; all of it is on hover and in the drawer.
    short: { overflow: 'hidden', textOverflow: 'ellipsis' },
    written: {
      display: '-webkit-box',
      WebkitBoxOrient: 'vertical',
      WebkitLineClamp: 2,
      overflow: 'hidden',
      color: theme.palette.text.secondary,
      fontFamily: 'monospace',
      fontSize: '0.75rem',
    },
    count: {
      marginLeft: theme.spacing(1),
      color: theme.palette.text.secondary,
      fontWeight: 400,
    },
  };
});
